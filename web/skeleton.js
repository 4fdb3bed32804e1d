// What stands in the page while there is no frame: the skeleton with its progress, and, when the program cannot start or
// stops, a message in place of a dead canvas.
'use strict';

{
  const byId = (id) => document.getElementById(id);

  pd.showProgress = (loaded_bytes, total_bytes) => {
    const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
    byId('boot-progress').max = total_bytes;
    byId('boot-progress').value = Math.min(loaded_bytes, total_bytes);
    byId('boot-label').textContent = `Loading ${megabytes(loaded_bytes)} of ${megabytes(total_bytes)} MB`;
  };

  pd.hideSkeleton = () => { byId('boot').hidden = true; };

  // Ends the program: nothing enters it any more, and whoever waits for it is told.
  pd.showStop = (message) => {
    if (pd.stopped) return;
    pd.stop(new Error(message));
    for (const id of ['boot-progress', 'boot-label', 'mirror']) byId(id).hidden = true;
    for (const id of ['boot', 'boot-alert']) byId(id).hidden = false;
    byId('boot-message').textContent = message;
  };

  pd.showCrash = (what) => {
    pd.showStop(`Paperdeck stopped: ${what}. The digests that you opened and kept are safe. Reload to go on.`);
  };

  byId('boot-reload').addEventListener('click', () => location.reload());

  // A trap in a frame; one in a call of ours is caught by pd.call.
  window.addEventListener('error', ({ error }) => {
    if (window.WebAssembly && error instanceof WebAssembly.RuntimeError) pd.showCrash(error.message);
  });
}
