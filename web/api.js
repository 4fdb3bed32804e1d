// window.paperdeck, which tests and scripts may rely on (CONTRACT.md): there before the WebAssembly is.
'use strict';

{
  const kStatDoubles = 13;
  let settleReady;
  let pointer = 0;

  function stats() {
    const values = new Float64Array(kStatDoubles);
    if (pd.module && !pd.stopped) {
      pointer = pointer || pd.allocate(values.byteLength);
      pd.call('stats', pointer);
      values.set(new Float64Array(pd.heap().buffer, pointer, kStatDoubles));
    }
    const [frames, frame_ms, papers, results, query_ms, parse_ms, index_ms, heap_bytes, cards_laid_out,
      build_ms, submit_ms, publish_ms, allocations] = values;
    return {
      frames, frame_ms, papers, results, query_ms, parse_ms, index_ms, heap_bytes, cards_laid_out,
      last_frame: { build_ms, submit_ms, publish_ms, allocations }, build: pd.build,
    };
  }

  const ready = new Promise((resolve, reject) => { settleReady = { resolve, reject }; });
  // Whoever asks is told; a rejection that nobody awaits is no error of the page.
  ready.catch(() => {});

  window.paperdeck = { ready, stats, settled: () => ready.then(pd.settled) };

  pd.rejectReady = (error) => settleReady.reject(error);

  // Not within the program's own call, which is still in the middle of the frame.
  pd.hooks.shown = () => {
    performance.mark('paperdeck:shown');
    pd.hideSkeleton();
    queueMicrotask(() => settleReady.resolve(stats()));
  };
}
