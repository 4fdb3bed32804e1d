// Ways out of the page: addresses opened by a key, and text to the clipboard.
'use strict';

{
  pd.hooks.openUrl = (pointer) => {
    const url = pd.text(pointer);
    if (/^https?:\/\//i.test(url)) window.open(url, '_blank', 'noopener,noreferrer');
  };

  // For pages without a secure context (plain http, file://), where navigator.clipboard is missing.
  function copyBySelection(text) {
    const focused = document.activeElement;
    const field = document.createElement('textarea');
    field.className = 'visually-hidden';
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
    focused?.focus({ preventScroll: true });
  }

  pd.hooks.copy = (pointer) => {
    const text = pd.text(pointer);
    if (!navigator.clipboard) copyBySelection(text);
    else navigator.clipboard.writeText(text).catch(() => copyBySelection(text));
  };
}
