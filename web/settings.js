// Small settings by name, in localStorage, which may be missing or full and throws then: a setting that cannot be kept
// holds until the page is closed.
'use strict';

{
  const kPrefix = 'paperdeck.settings.';
  const encoder = new TextEncoder();

  function load(name) {
    try {
      return localStorage.getItem(kPrefix + name) ?? '';
    } catch {
      return '';
    }
  }

  pd.hooks.saveSetting = (name, value) => {
    try {
      localStorage.setItem(kPrefix + pd.text(name), pd.text(value));
    } catch (error) {
      console.info(`A setting could not be kept: ${error.message}`);
    }
  };

  // Writes the value and a NUL to `out`; returns the value's length in bytes, 0 for one never saved or too long.
  pd.hooks.loadSetting = (name, out, capacity) => {
    const bytes = encoder.encode(load(pd.text(name)));
    if (bytes.length >= capacity) return 0;
    pd.heap().set(bytes, out >>> 0);
    pd.heap()[(out >>> 0) + bytes.length] = 0;
    return bytes.length;
  };
}
