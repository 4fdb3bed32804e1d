// The page's side of sw.js: registers it, tells the program of a new version, reloads into it when the reader asks, and
// names the digests that were fetched before the worker was there, so that they are kept too.
'use strict';

{
  const isSupported = 'serviceWorker' in navigator && location.protocol.startsWith('http');
  const early = new Set();      // addresses fetched while no worker stood between
  let registration = null;
  let waiting = null;           // the worker of a newer build
  let isReloading = false;

  // Asked before a request, because the worker may take over while it is under way: what has to be called once it
  // has succeeded.
  pd.noteFetch = (address) => {
    if (!isSupported || navigator.serviceWorker.controller || address.origin !== location.origin) return () => {};
    return () => {
      early.add(address.href);
      sendEarly();
    };
  };

  function sendEarly() {
    const worker = registration?.active;
    if (!worker || early.size === 0) return;
    worker.postMessage({ type: 'keep', addresses: [...early] });
    early.clear();
  }

  // Trusted Types let no plain string become the address of a script.
  function workerAddress() {
    const policy = window.trustedTypes?.createPolicy('paperdeck', { createScriptURL: (name) => name });
    return policy ? policy.createScriptURL('sw.js') : 'sw.js';
  }

  // Which build a worker holds, asked over a channel of its own.
  function buildOf(worker) {
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = (event) => resolve(event.data);
      worker.postMessage({ type: 'build' }, [port2]);
    });
  }

  // A page that came from the network may be newer than the worker it came through; then the new worker only has to
  // catch up with it, and there is nothing to reload.
  async function onInstalled(worker) {
    if (await buildOf(worker) === pd.build) {
      worker.postMessage({ type: 'activate' });
      return;
    }
    waiting = worker;
    pd.call('new_version');
  }

  function watch(worker) {
    if (!worker || !navigator.serviceWorker.controller) return;
    if (worker.state === 'installed') onInstalled(worker);
    else worker.addEventListener('statechange', () => { if (worker.state === 'installed') onInstalled(worker); });
  }

  // A page that stays open for days would never hear of a new version otherwise.
  function checkWhenSeen() {
    if (document.visibilityState === 'visible' && navigator.onLine) registration.update().catch(() => {});
  }

  async function register() {
    registration = await navigator.serviceWorker.register(workerAddress(), { updateViaCache: 'none' });
    registration.addEventListener('updatefound', () => watch(registration.installing));
    watch(registration.waiting);
    watch(registration.installing);
    document.addEventListener('visibilitychange', checkWhenSeen);
    await navigator.serviceWorker.ready;
    sendEarly();
  }

  pd.startOffline = () => {
    if (isSupported) register().catch((error) => console.info(`Paperdeck will not work offline here: ${error.message}`));
  };

  pd.hooks.reload = () => {
    // Another tab may have let the new worker take over already: then it is here with the next load.
    if (!waiting || isReloading || waiting.state !== 'installed') {
      location.reload();
      return;
    }
    isReloading = true;
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage({ type: 'activate' });
  };
}
