// Starts the program: what takes long first, main when all is there. The steps leave marks for tests/bench/start_bench.mjs.
'use strict';

{
  const kContextDelay_ms = 150;
  const kNoWebAssembly = 'This browser does not run WebAssembly, which Paperdeck is made of. '
    + 'Allow it in the settings, or open this page in a current Firefox, Chrome, Edge or Safari.';
  const kNoWebGL2 = 'This browser gives no WebGL 2, which Paperdeck draws with. '
    + 'Turn on hardware acceleration in its settings, or open this page in another browser.';

  // Digests that stand in the page itself (paperdeck.html); then there is nothing to fetch.
  const inlineDigests = document.querySelectorAll('script[type="text/markdown"]');
  const isParsed = new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', resolve, { once: true });
  });
  const mark = (step) => performance.mark(`paperdeck:${step}`);

  // Emscripten's script stands behind this one, so it has run when the page is parsed.
  async function programScript() {
    await isParsed;
    if (typeof createPaperdeck !== 'function') throw new Error('a script of the program could not be loaded');
    return createPaperdeck;
  }

  function instantiate(create, compiled) {
    return new Promise((resolve, reject) => {
      create({
        canvas: document.getElementById('canvas'),
        pd: pd.hooks,
        noInitialRun: true,
        instantiateWasm(imports, receive) {
          WebAssembly.instantiate(compiled, imports).then((instance) => receive(instance, compiled), reject);
          return {};
        },
        print: (line) => console.log(line),
        printErr: (line) => console.warn(line),
        onAbort: (what) => pd.showCrash(what || 'the program ended itself'),
      }).then(resolve, reject);
    });
  }

  // The search field's own text is measured by the canvas too, so both use the very same font.
  function shareFont() {
    const start = pd.call('font_data') >>> 0;
    const face = new FontFace('PaperdeckInter', pd.heap().slice(start, start + pd.call('font_size')));
    document.fonts.add(face);
    return face.load().catch((error) => console.info(`The search field uses another font: ${error.message}`));
  }

  function openDigests() {
    for (const script of inlineDigests) {
      const bytes = pd.fromBase64(script.textContent);
      pd.call('inline_digest', script.dataset.name, pd.toHeap(bytes), bytes.length);
    }
    pd.call('open', inlineDigests.length > 0 ? 'file:' : location.search);
  }

  function runProgram(module) {
    pd.module = module;
    mark('main');
    // The program starts in the colours of the system: it has to know them first.
    pd.startViewport();
    module.callMain([]);
    mark('main-done');
    pd.startHistory();
    pd.task(shareFont());
    pd.task(pd.openStored());
    openDigests();
  }

  // Making the GL context stops the page for a while. What has come over the network by then is compiled meanwhile, so
  // it waits for the last byte, where that is near.
  function whenContextIsCheap(isRead) {
    const digests = inlineDigests.length === 0 ? pd.fetchAhead() : null;
    const patience = new Promise((resolve) => { setTimeout(resolve, kContextDelay_ms); });
    return Promise.race([Promise.all([isRead, digests]), patience]);
  }

  async function startProgram() {
    const { isRead, compiled } = pd.compileProgram();
    const parts = Promise.all([compiled, programScript()]);
    parts.catch(() => {});   // awaited below, unless there is nothing to draw with
    isRead.then(() => mark('wasm-fetched'));
    await whenContextIsCheap(isRead);
    mark('context');
    if (!pd.makeContext()) {
      pd.showStop(kNoWebGL2);
      return;
    }
    const [wasm, create] = await parts;
    mark('compiled');
    runProgram(await instantiate(create, wasm));
    pd.startOffline();
  }

  mark('js');
  pd.build = document.querySelector('meta[name=paperdeck-build]').content;
  if (typeof WebAssembly === 'object') {
    startProgram().catch((error) => pd.showStop(`Paperdeck could not start: ${error.message}. Check the connection and reload.`));
  } else {
    pd.showStop(kNoWebAssembly);
  }
}
