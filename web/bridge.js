// The door between the page and the WebAssembly program: the one global object that the files of web/ share, and
// strings and bytes in and out of the program's memory.
'use strict';

const pd = {
  module: null,      // Emscripten's module, once main has run
  stopped: null,     // the error that ended it: nothing may enter the program again
  build: '',
  hooks: {},         // what lib_paperdeck.js calls
};

{
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();

  // Memory that grows gets a new buffer: views are made when they are needed and never kept.
  pd.heap = () => pd.module.HEAPU8;

  // Addresses above 2 GB come out of WebAssembly as negative numbers; `>>> 0` puts them right.
  pd.textOf = (pointer, length) => decoder.decode(pd.heap().subarray(pointer >>> 0, (pointer >>> 0) + length));

  pd.text = (pointer) => pd.textOf(pointer, pd.heap().indexOf(0, pointer >>> 0) - (pointer >>> 0));

  // `size` bytes of the program's memory, or 0 where there are not that many left.
  pd.allocate = (size) => pd.module._malloc(Math.max(size, 1)) >>> 0;

  pd.toHeap = (bytes) => {
    const pointer = pd.allocate(bytes.length);
    if (pointer) pd.heap().set(bytes, pointer);
    return pointer;
  };

  // Calls pd_NAME in the program; 0 before it runs and after it stopped. A text becomes a C string that lives as long
  // as the call.
  pd.call = (name, ...args) => {
    if (!pd.module || pd.stopped) return 0;
    const strings = [];
    const toNumber = (arg) => {
      if (typeof arg !== 'string') return arg;
      strings.push(pd.toHeap(encoder.encode(`${arg}\0`)));
      return strings.at(-1);
    };
    try {
      const result = pd.module[`_pd_${name}`](...args.map(toNumber));
      for (const pointer of strings) pd.module._free(pointer);
      return result;
    } catch (error) {
      pd.showCrash(error.message);
      throw error;
    }
  };

  // An error shown by the program beside what it has loaded.
  pd.alert = (file, message) => pd.call('alert', file, message);
}
