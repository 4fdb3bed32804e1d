// Fetches digests for the program: the site's own, and what ?digest= names. Another origin is told nothing about the
// reader: no cookies, no referrer.
'use strict';

{
  const sameOrigin = { mode: 'same-origin', cache: 'no-cache' };
  const otherOrigin = { mode: 'cors', cache: 'no-cache', credentials: 'omit', referrerPolicy: 'no-referrer' };

  // Browsers keep to themselves why a request failed, so the message names what it may have been.
  function explain(address) {
    if (!navigator.onLine) return 'there is no network. Connect and reload.';
    if (address.origin !== location.origin) {
      return `${address.host} cannot be reached, or does not allow other sites to read this file. Download it and open it here.`;
    }
    return 'the server cannot be reached. Check the connection and reload.';
  }

  // fetch() itself rejects with a TypeError that says nothing to a reader.
  async function request(address) {
    try {
      return await fetch(address, address.origin === location.origin ? sameOrigin : otherOrigin);
    } catch {
      throw new Error(explain(address));
    }
  }

  function resolveAddress(url) {
    const address = new URL(url, document.baseURI);
    const isAllowed = address.origin === location.origin || address.protocol === 'https:';
    if (!isAllowed) throw new Error('only https addresses, or files of this site, can be opened.');
    return address;
  }

  async function fetchBytes(address) {
    const noteSuccess = pd.noteFetch(address);
    const response = await request(address);
    if (!response.ok) {
      const error = new Error(`the server answered ${response.status} ${response.statusText}`.trimEnd());
      error.status = response.status;
      throw error;
    }
    const bytes = new Uint8Array(await response.arrayBuffer());
    noteSuccess();
    return bytes;
  }

  // ---- For the program

  async function load(id, url) {
    // The program is answered later, also when the answer is known: it is still in its own call.
    await null;
    try {
      const address = resolveAddress(url);
      const bytes = await (takeAhead(address) || fetchBytes(address));
      const pointer = pd.toHeap(bytes);
      if (!pointer) throw new Error('there is no memory left for it. Close other tabs and reload.');
      pd.call('fetched', id, pointer, bytes.length);
    } catch (error) {
      pd.call('fetch_failed', id, error.status || 0, error.message);
    }
  }

  pd.hooks.fetch = (id, url) => pd.task(load(id, pd.text(url)));

  // ---- Ahead of the program

  // The site's list and its newest day, which the program asks for first, while the WebAssembly is still on its way. The
  // program judges both itself, and tells what is wrong with them.
  const ahead = new Map();   // address → promise of bytes, taken once

  function takeAhead({ href }) {
    const bytes = ahead.get(href);
    ahead.delete(href);
    return bytes;
  }

  function fetchOneAhead(address) {
    const bytes = fetchBytes(address);
    bytes.catch(() => {});
    ahead.set(address.href, bytes);
    return bytes;
  }

  function newestOf(list) {
    const dateOf = ({ date }) => date || '';
    return list.digests.reduce((newest, digest) => (dateOf(digest) > dateOf(newest) ? digest : newest));
  }

  async function fetchNewestAhead() {
    const folder = new URL('digests/', document.baseURI);
    const list = await fetchOneAhead(new URL('index.json', folder));
    const newest = new URL(newestOf(JSON.parse(new TextDecoder().decode(list))).path, folder);
    if (newest.href.startsWith(folder.href)) await fetchOneAhead(newest);
  }

  // Resolves when they are there, or will not be.
  pd.fetchAhead = async () => {
    if (!new URLSearchParams(location.search).has('digest')) await fetchNewestAhead().catch(() => {});
  };
}
