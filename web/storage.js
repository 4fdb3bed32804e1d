// What the reader brought stays: IndexedDB "paperdeck", one record a digest {name, bytes, added}. The program says which
// files are worth keeping once it has read them; until then they wait here. When the browser refuses, the reader is told
// once, and all goes on in memory.
'use strict';

{
  const kDatabase = 'paperdeck';
  const kStore = 'digests';
  const unkept = new Map();   // name → Blob, until the program says keep or drop
  let database = null;        // a promise, from the first use on
  let hasToldRefusal = false;

  const result = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

  const done = (transaction) => new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });

  async function openDatabase() {
    const request = indexedDB.open(kDatabase, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(kStore, { keyPath: 'name' });
    return result(request);
  }

  async function transact(mode, act) {
    database = database || openDatabase();
    const transaction = (await database).transaction(kStore, mode);
    const finished = done(transaction);
    const value = act(transaction.objectStore(kStore));
    await finished;
    return value;
  }

  // ---- Keeping

  function tellRefusal(name, error) {
    const consequence = 'it is open now, but will be gone after a reload';
    if (error.name === 'QuotaExceededError') {
      pd.alert(name, `could not be kept, the browser's storage is full: ${consequence}. Remove digests that you no longer need, or free space on the disk.`);
    } else if (!hasToldRefusal) {
      hasToldRefusal = true;
      pd.alert(name, `could not be kept, the browser refuses storage (${error.message}): ${consequence}. Allow this site to store data, or leave the private window.`);
    }
  }

  async function keep(name, blob) {
    try {
      await transact('readwrite', (store) => store.put({ name, bytes: blob, added: Date.now() }));
    } catch (error) {
      tellRefusal(name, error);
      return;
    }
    // Asks the browser not to clear it when space runs short; a refusal changes nothing.
    navigator.storage?.persist?.().catch(() => {});
  }

  async function forget(name) {
    try {
      await transact('readwrite', (store) => store.delete(name));
    } catch (error) {
      pd.alert(name, `could not be removed from the browser's storage (${error.message}): it will be back after a reload. Clear this site's data to be rid of it.`);
    }
  }

  pd.rememberFile = (name, blob) => unkept.set(name, blob);

  pd.hooks.keep = (pointer) => {
    const name = pd.text(pointer);
    const blob = unkept.get(name);
    unkept.delete(name);
    if (blob) pd.task(keep(name, blob));
  };

  pd.hooks.drop = (pointer) => unkept.delete(pd.text(pointer));

  pd.hooks.forget = (pointer) => {
    const name = pd.text(pointer);
    unkept.delete(name);
    pd.task(forget(name));
  };

  // ---- At the start

  // A browser that refuses has kept nothing: that is told when there is something to keep.
  async function readStored() {
    try {
      const request = await transact('readonly', (store) => store.getAll());
      return request.result;
    } catch {
      return [];
    }
  }

  pd.openStored = async () => {
    const stored = (await readStored()).sort((a, b) => a.added - b.added);
    await pd.addStoredFiles(stored.map(({ name, bytes }) => ({ name, blob: new Blob([bytes]) })));
  };
}
