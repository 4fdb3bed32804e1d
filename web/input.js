// Keys. SDL never sees them (its keyboard element is #sdl-keys): the program gets each key by its name and says whether
// it took it. Text fields, the controls of the mirror and the browser's own chords come first.
'use strict';

{
  const kTextFields = 'input:not([type=file]), textarea, [contenteditable]';
  // Modifiers alone, and Tab, which must always find a way out of the program.
  const kNeverPassed = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Tab']);
  // What an element does by itself when it has the focus.
  const kOwnKeys = {
    BUTTON: new Set(['Enter', ' ']),
    A: new Set(['Enter']),
    SELECT: new Set(['Enter', ' ', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown']),
  };

  const isChord = (event) => event.ctrlKey || event.altKey || event.metaKey;

  function modifiers(event) {
    return (event.shiftKey ? 1 : 0) | (event.ctrlKey ? 2 : 0) | (event.altKey ? 4 : 0) | (event.metaKey ? 8 : 0);
  }

  function pass(event) {
    if (pd.call('key', event.key, modifiers(event))) event.preventDefault();
  }

  // True when the key is done with. Chords are the field's and the browser's, but for the one that searches; Escape
  // leaves the field (and must not clear it, as browsers do in a search field); Enter and ArrowDown go on to the
  // results; everything else is typing.
  function handleInTextField(event, field) {
    if (isChord(event)) return event.key.toLowerCase() !== 'k';
    if (event.key === 'Escape') {
      event.preventDefault();
      field.blur();
      return true;
    }
    if (field.tagName === 'TEXTAREA' || (event.key !== 'Enter' && event.key !== 'ArrowDown')) return true;
    field.blur();
    return false;
  }

  // The list below the search field chooses by these.
  const kListKeys = new Set(['ArrowDown', 'ArrowUp', 'Enter', 'Tab', 'Escape']);
  const isTakenByList = (event) => event.target.tagName === 'INPUT' && kListKeys.has(event.key) && !event.shiftKey && !isChord(event) && pd.call('search_key', event.key);

  // A select with its letters, a control with Enter and Space.
  function isOwnKey(event, element) {
    if (isChord(event)) return false;
    const isTypeAhead = element.tagName === 'SELECT' && event.key.length === 1;
    return isTypeAhead || Boolean(kOwnKeys[element.tagName]?.has(event.key));
  }

  window.addEventListener('keydown', (event) => {
    // An input method composes: its Enter and arrows are not ours.
    if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
    const element = event.target instanceof Element ? event.target : document.body;
    const isTextField = element.matches(kTextFields);
    if (isTextField && isTakenByList(event)) {
      event.preventDefault();
      return;
    }
    if (kNeverPassed.has(event.key)) return;
    if (isTextField && handleInTextField(event, element)) return;
    if (isOwnKey(event, element)) return;
    pass(event);
  });
}
