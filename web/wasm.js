// The WebAssembly: fetched and compiled as a stream, with real progress; or decoded from the page, where it stands in it.
'use strict';

{
  const meta = document.querySelector('meta[name=paperdeck-build]');
  const inline = document.getElementById('inline-wasm');

  pd.fromBase64 = (text) => {
    const binary = atob(text.trim());
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
    return bytes;
  };

  // The size comes from the build: content-length counts compressed bytes.
  function countBytes(response, onRead) {
    const total_bytes = Number(meta.dataset.wasmBytes);
    let loaded_bytes = 0;
    const counted = response.body.pipeThrough(new TransformStream({
      transform(chunk, controller) {
        loaded_bytes += chunk.byteLength;
        pd.showProgress(loaded_bytes, total_bytes);
        controller.enqueue(chunk);
      },
      flush: onRead,
    }));
    return new Response(counted, { headers: { 'content-type': 'application/wasm' } });
  }

  async function compileFetched(onRead) {
    const name = meta.dataset.wasm;
    const response = await fetch(name);
    if (!response.ok) throw new Error(`${name} could not be loaded (HTTP ${response.status})`);
    const counted = response.body && window.TransformStream ? countBytes(response, onRead) : response;
    if (WebAssembly.compileStreaming) return WebAssembly.compileStreaming(counted);
    return WebAssembly.compile(await counted.arrayBuffer());
  }

  // {isRead, compiled}: promises of the last byte and of the module.
  pd.compileProgram = () => {
    let onRead;
    const isRead = new Promise((resolve) => { onRead = resolve; });
    if (!inline) return { isRead, compiled: compileFetched(onRead) };
    onRead();
    return { isRead, compiled: WebAssembly.compile(pd.fromBase64(inline.textContent)) };
  };
}
