// Selecting text on the canvas: what the browser knows of a press and SDL does not say, and the way to the clipboard.
// The program selects; the browser asks for the text when it is to be copied, by menu or by key.
'use strict';

{
  const canvas = document.getElementById('canvas');

  canvas.addEventListener('pointerdown', (event) => {
    pd.call('shift', event.shiftKey ? 1 : 0);
    // A drag goes on over links and outside of the window.
    if (event.pointerType === 'mouse') canvas.setPointerCapture(event.pointerId);
  }, { capture: true });

  // How many make a double click is the system's setting and its clock: SDL counts by when it hears of them.
  canvas.addEventListener('mousedown', (event) => pd.call('clicks', event.detail), { capture: true });

  // Android asks for a menu with the same long press that selects a word.
  canvas.addEventListener('contextmenu', (event) => {
    if (pd.call('is_text_held')) event.preventDefault();
  });

  pd.hooks.vibrate = () => {
    if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(10);
  };

  // What is to be copied, unless it is the page's own: text in a field.
  function selectedText() {
    const isOwn = document.activeElement?.matches('input, textarea') || String(document.getSelection()) !== '';
    const pointer = isOwn ? 0 : pd.call('selected_text');
    return pointer ? pd.text(pointer) : '';
  }

  document.addEventListener('copy', (event) => {
    const text = selectedText();
    if (!text) return;
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
  });

  // Safari sends no copy event where it sees nothing selected, unless this is answered.
  document.addEventListener('beforecopy', (event) => {
    if (selectedText()) event.preventDefault();
  });
}
