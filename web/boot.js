// Starts the program: says early what the browser lacks, fetches and compiles the WebAssembly with real progress, runs
// main, and keeps the promises of window.paperdeck. When the program stops, it says so in place of a dead canvas.
'use strict';

{
  const byId = (id) => document.getElementById(id);
  const meta = document.querySelector('meta[name=paperdeck-build]');
  const canvas = byId('canvas');
  const kStatDoubles = 12;
  let settleReady;
  let statsPointer = 0;

  const mark = (step) => performance.mark(`paperdeck:${step}`);

  // ---- window.paperdeck

  function stats() {
    const values = new Float64Array(kStatDoubles);
    if (pd.module && !pd.stopped) {
      statsPointer = statsPointer || pd.allocate(values.byteLength);
      pd.call('stats', statsPointer);
      values.set(new Float64Array(pd.heap().buffer, statsPointer, kStatDoubles));
    }
    const [frames, frame_ms, papers, results, query_ms, parse_ms, index_ms, heap_bytes] = values;
    return { frames, frame_ms, papers, results, query_ms, parse_ms, index_ms, heap_bytes, build: pd.build };
  }

  pd.build = meta.content;
  window.paperdeck = {
    ready: new Promise((resolve, reject) => { settleReady = { resolve, reject }; }),
    settled: () => window.paperdeck.ready.then(pd.settled),
    stats,
  };
  // Whoever asks is told; a rejection that nobody awaits is no error of the page.
  window.paperdeck.ready.catch(() => {});

  pd.hooks.shown = () => {
    mark('shown');
    byId('boot').hidden = true;
    queueMicrotask(() => settleReady.resolve(stats()));
  };

  // ---- What the reader sees when it does not start, or stops

  function showStop(message) {
    const error = new Error(message);
    pd.stop(error);
    settleReady.reject(error);
    byId('boot').hidden = false;
    byId('boot-progress').hidden = true;
    byId('boot-label').hidden = true;
    byId('boot-alert').hidden = false;
    byId('boot-message').textContent = message;
    byId('mirror').hidden = true;
  }

  function onCrash(what) {
    if (pd.stopped) return;
    showStop(`Paperdeck stopped: ${what}. The digests that you opened and kept are safe. Reload to go on.`);
  }

  byId('boot-reload').addEventListener('click', () => location.reload());

  // A trap in WebAssembly is an exception of the event handler that led to it.
  window.addEventListener('error', (event) => {
    if (window.WebAssembly && event.error instanceof WebAssembly.RuntimeError) onCrash(event.error.message);
  });

  const kNoWebAssembly = 'This browser does not run WebAssembly, which Paperdeck is made of. '
    + 'Allow it in the settings, or open this page in a current Firefox, Chrome, Edge or Safari.';
  const kNoWebGL2 = 'This browser gives no WebGL 2, which Paperdeck draws with. '
    + 'Turn on hardware acceleration in its settings, or open this page in another browser.';

  // ---- The WebAssembly

  const kContextDelay_ms = 150;
  const isWasmRead = {};
  isWasmRead.promise = new Promise((resolve) => { isWasmRead.resolve = resolve; });

  function showProgress(loaded_bytes, total_bytes) {
    const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
    const progress = byId('boot-progress');
    progress.max = total_bytes;
    progress.value = Math.min(loaded_bytes, total_bytes);
    byId('boot-label').textContent = `Loading ${megabytes(loaded_bytes)} of ${megabytes(total_bytes)} MB`;
  }

  // The size comes from the build: content-length counts compressed bytes.
  function countBytes(response) {
    const total_bytes = Number(meta.dataset.wasmBytes);
    let loaded_bytes = 0;
    const counted = response.body.pipeThrough(new TransformStream({
      transform(chunk, controller) {
        loaded_bytes += chunk.byteLength;
        showProgress(loaded_bytes, total_bytes);
        controller.enqueue(chunk);
      },
      flush() {
        mark('wasm-fetched');
        isWasmRead.resolve();
      },
    }));
    return new Response(counted, { headers: { 'content-type': 'application/wasm' } });
  }

  async function compileFetched() {
    const name = meta.dataset.wasm;
    const response = await fetch(name);
    if (!response.ok) throw new Error(`${name} could not be loaded (HTTP ${response.status})`);
    const counted = response.body && window.TransformStream ? countBytes(response) : response;
    if (WebAssembly.compileStreaming) return WebAssembly.compileStreaming(counted);
    return WebAssembly.compile(await counted.arrayBuffer());
  }

  function fromBase64(text) {
    return Uint8Array.from(atob(text.trim()), (character) => character.charCodeAt(0));
  }

  async function compile() {
    const inline = byId('inline-wasm');
    const module = await (inline ? WebAssembly.compile(fromBase64(inline.textContent)) : compileFetched());
    mark('compiled');
    return module;
  }

  // ---- The program

  // Emscripten's script stands behind this one, so it has run when the page is parsed.
  const isParsed = new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', resolve, { once: true });
  });

  async function programScript() {
    await isParsed;
    if (typeof createPaperdeck !== 'function') throw new Error('a script of the program could not be loaded');
    return createPaperdeck;
  }

  function instantiate(create, compiled) {
    return new Promise((resolve, reject) => {
      create({
        canvas,
        pd: pd.hooks,
        noInitialRun: true,
        instantiateWasm(imports, receive) {
          WebAssembly.instantiate(compiled, imports).then((instance) => receive(instance, compiled), reject);
          return {};
        },
        print: (line) => console.log(line),
        printErr: (line) => console.warn(line),
        onAbort: (what) => onCrash(what || 'the program ended itself'),
      }).then(resolve, reject);
    });
  }

  // Digests that stand in the page itself (paperdeck.html); then there is nothing to fetch.
  const inlineDigests = document.querySelectorAll('script[type="text/markdown"]');

  function openDigests() {
    for (const script of inlineDigests) {
      const bytes = fromBase64(script.textContent);
      pd.call('inline_digest', script.dataset.name, pd.toHeap(bytes), bytes.length);
    }
    pd.call('open', inlineDigests.length > 0 ? 'file:' : location.search);
  }

  // The search field's own text is measured by the canvas too, so both use the very same font.
  function shareFont() {
    const start = pd.call('font_data') >>> 0;
    const face = new FontFace('PaperdeckInter', pd.heap().slice(start, start + pd.call('font_size')));
    document.fonts.add(face);
    return face.load().catch((error) => console.info(`The search field uses another font: ${error.message}`));
  }

  function runProgram(module) {
    pd.module = module;
    mark('main');
    // The program starts in the colours of the system: it has to know them first.
    pd.startViewport();
    module.callMain([]);
    mark('main-done');
    pd.task(shareFont());
    pd.task(pd.openStored());
    openDigests();
  }

  // Making the GL context stops the page for a while. What has come over the network by then is compiled meanwhile, so
  // it waits for the last byte, where that is near.
  function whenContextIsCheap(digests) {
    const patience = new Promise((resolve) => { setTimeout(resolve, kContextDelay_ms); });
    return Promise.race([Promise.all([isWasmRead.promise, digests]), patience]);
  }

  async function startProgram() {
    const downloads = Promise.all([compile(), programScript()]);
    downloads.catch(() => {});   // awaited below, unless there is nothing to draw with
    await whenContextIsCheap(inlineDigests.length === 0 ? pd.fetchAhead() : null);
    mark('context');
    if (!pd.makeContext()) {
      showStop(kNoWebGL2);
      return;
    }
    const [compiled, create] = await downloads;
    runProgram(await instantiate(create, compiled));
    pd.startOffline();
  }

  async function start() {
    mark('js');
    if (typeof WebAssembly !== 'object') {
      showStop(kNoWebAssembly);
      return;
    }
    try {
      await startProgram();
    } catch (error) {
      if (!pd.stopped) showStop(`Paperdeck could not start: ${error.message}. Check the connection and reload.`);
    }
  }

  start();
}
