// The service worker: after one visit the site opens, searches and shows its digests without a network. It keeps the
// program by its build (all of FILES at once, or nothing) and, beside it, the digests that were fetched. Page and digests
// come from the network while it answers, so a new day and a new build are seen at once. Caches of other programs of the
// same origin are left alone: ours carry the scope's path in their names.
'use strict';

const BUILD = '@BUILD@';
const FILES = @FILES@;

const kPatience_ms = 3000;
const kScope = new URL(self.registration.scope);
const kPrefix = `paperdeck ${kScope.pathname} `;
const kProgramCache = `${kPrefix}${BUILD}`;
const kDigestCache = `${kPrefix}digests`;
const kFiles = new Set(FILES.map((name) => new URL(name, kScope).href));
const kDigestFolder = new URL('digests/', kScope).href;
const kDigestList = new URL('digests/index.json', kScope).href;

// ---- Life

self.addEventListener('install', (event) => {
  // Asking the server, because the browser's own cache may hold a file of the last build under the same name.
  const requests = FILES.map((name) => new Request(name, { cache: 'no-cache' }));
  event.waitUntil(caches.open(kProgramCache).then((cache) => cache.addAll(requests)));
});

async function removeOldCaches() {
  const old = (await caches.keys()).filter((name) => name.startsWith(kPrefix) && name !== kProgramCache && name !== kDigestCache);
  await Promise.all(old.map((name) => caches.delete(name)));
}

self.addEventListener('activate', (event) => {
  event.waitUntil(removeOldCaches().then(() => self.clients.claim()));
});

self.addEventListener('message', (event) => {
  const { type, addresses } = event.data;
  if (type === 'build') event.ports[0].postMessage(BUILD);
  if (type === 'activate') self.skipWaiting();
  if (type === 'keep') event.waitUntil(keepDigests(addresses));
});

// ---- Digests

const isDigest = (address) => address.startsWith(kDigestFolder) || /\.(md|markdown|txt|jsonl)$/i.test(new URL(address).pathname);

async function keepDigest(cache, address) {
  // The page has just fetched it: the browser's own cache gives it again without the network.
  const response = await fetch(address, { cache: 'force-cache' });
  if (response.ok) await cache.put(address, response);
}

// Those that were fetched before this worker was there.
async function keepDigests(addresses) {
  const cache = await caches.open(kDigestCache);
  await Promise.allSettled(addresses.filter(isDigest).map((address) => keepDigest(cache, address)));
}

// What the site's list no longer names is not kept on readers' disks. A list that makes no sense removes nothing.
async function removeUnlisted(cache, list) {
  const { digests } = await list.json();
  const listed = new Set(digests.map(({ path }) => new URL(path, kDigestFolder).href));
  const isGone = (address) => address.startsWith(kDigestFolder) && address !== kDigestList && !listed.has(address);
  const kept = (await cache.keys()).map(({ url }) => url);
  await Promise.all(kept.filter(isGone).map((address) => cache.delete(address)));
}

async function updateDigest(address, response) {
  const cache = await caches.open(kDigestCache);
  const list = address === kDigestList ? response.clone() : null;
  await cache.put(address, response);
  if (list) await removeUnlisted(cache, list).catch(() => {});
}

// ---- Answers

const timeout = () => new Promise((resolve) => { setTimeout(resolve, kPatience_ms); });

// The network's answer; after three seconds without one, or when there is none, what `kept` finds. Where nothing is
// kept the network may take its time.
async function networkFirst(network, kept) {
  const response = await Promise.race([network.catch(() => undefined), timeout()]);
  // A host in trouble is no reason to lose what works.
  if (response && response.status < 500) return response;
  return (await kept()) || network;
}

function answerDigest(event) {
  const address = event.request.url;
  const network = fetch(event.request);
  const update = network.then((response) => (response.ok ? updateDigest(address, response.clone()) : undefined));
  event.waitUntil(update.catch(() => {}));
  event.respondWith(networkFirst(network, () => caches.match(address, { cacheName: kDigestCache })));
}

// Whatever ?digest= and fragment the address has, the page is the same.
function answerPage(event) {
  event.respondWith(networkFirst(fetch(event.request), () => caches.match(kScope.href, { cacheName: kProgramCache })));
}

async function answerFile(request) {
  return (await caches.match(request, { cacheName: kProgramCache })) || fetch(request);
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(kScope.href)) return;
  if (request.mode === 'navigate') answerPage(event);
  else if (kFiles.has(request.url)) event.respondWith(answerFile(request));
  else if (isDigest(request.url)) answerDigest(event);
});
