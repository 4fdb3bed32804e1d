// Offline, and new versions: the network is cut, the site is built anew, and the reader goes on.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { DIGESTS, PAPERS, brought } from './digests.mjs';
import { SITE, button, eventually, hasNoAlert, isAlert, isStatus, openFiles, search, settled, status, titles, useDeck } from './site.mjs';

const deck = useDeck();
const ALL = `${PAPERS} of ${PAPERS} papers`;
const ZEBRA_FOUND = `1 of ${PAPERS} papers`;
const folders = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** A copy of the site that says it is another build. */
function otherBuild(build) {
  const folder = mkdtempSync(join(tmpdir(), 'paperdeck-build-'));
  folders.push(folder);
  cpSync(SITE, folder, { recursive: true });
  const [, old] = readFileSync(join(SITE, 'index.html'), 'utf8').match(/name="paperdeck-build" content="([^"]*)"/);
  for (const name of ['index.html', 'sw.js']) {
    const path = join(folder, name);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(old, build));
  }
  return folder;
}

const build = (page) => page.evaluate(() => window.paperdeck.stats().build);
const cacheNames = (page) => page.evaluate(() => caches.keys());

/** The worker holds the program and every digest that was shown. */
async function isKept(page, digests = Object.keys(DIGESTS)) {
  await eventually(async () => {
    const kept = await page.evaluate(async () => {
      const found = [];
      for (const name of await caches.keys()) found.push(...(await (await caches.open(name)).keys()).map(({ url }) => decodeURIComponent(url)));
      return navigator.serviceWorker.controller ? found : [];
    });
    for (const name of ['.wasm', 'index.json', ...digests]) assert.ok(kept.some((url) => url.endsWith(name)), `${name} is not kept`);
  }, 15000);
}

test('after one visit the site opens, searches and shows its digests without a network', async () => {
  const page = await deck.open();
  await isKept(page);
  await page.context().setOffline(true);
  await deck.reload(page);
  assert.equal(await status(page), ALL);
  await search(page, 'zebra');
  assert.equal(await status(page), ZEBRA_FOUND);
  await hasNoAlert(page);
});

test('it also opens when the server is gone, under any ?digest= of the site', async () => {
  deck.allow(/Failed to load resource|net::ERR/);
  const page = await deck.open();
  await isKept(page);
  const [first] = Object.keys(DIGESTS);
  await page.context().setOffline(true);
  await page.goto(`${deck.site.url}?digest=digests/${first}`, { waitUntil: 'commit' });
  await deck.started(page);
  await isStatus(page, '6 of 6 papers');
});

test('a server that does not answer is waited for 3 s, then what is kept is shown', async () => {
  const page = await deck.open();
  await isKept(page);
  for (const path of ['', 'digests/index.json', ...Object.keys(DIGESTS).map((name) => `digests/${name}`)]) deck.site.answer(path, { hangs: true });
  const start_ms = Date.now();
  await deck.reload(page);
  await isStatus(page, ALL);
  assert.ok(Date.now() - start_ms < 15000);
});

test('what the reader brought is there offline', async () => {
  const page = await deck.open();
  await openFiles(page, { name: 'mine.md', text: brought('Kept Paper') });
  await isKept(page);
  await page.context().setOffline(true);
  await deck.reload(page);
  await isStatus(page, `${PAPERS + 1} of ${PAPERS + 1} papers`);
});

test('a new day of the site is seen at the next visit, and a removed one leaves the disk', async () => {
  const page = await deck.open();
  await isKept(page);
  const [first] = Object.keys(DIGESTS);
  deck.site.setDigests({ [first]: DIGESTS[first], '2021-03-15.cs.CL.md': brought('Monday Paper', '2103.09001', 'Mon, 15 Mar 2021') });
  await deck.reload(page);
  await isStatus(page, '7 of 7 papers');
  await eventually(async () => {
    const kept = await page.evaluate(async () => (await Promise.all((await caches.keys())
      .map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)))).flat());
    assert.ok(kept.some((url) => url.endsWith('2021-03-15.cs.CL.md')));
    assert.ok(!kept.some((url) => url.endsWith('2021-03-12.cs.LG.md')), 'a digest that the site no longer lists is still kept');
  });
});

test('a new build is offered, and comes with “Reload”; caches of the old one go, those of others stay', async () => {
  const page = await deck.open();
  await isKept(page);
  const old = await build(page);
  await page.evaluate(() => caches.open('somebody else'));
  deck.site.root = otherBuild('newer-build-1');
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await isAlert(page, 'New version', 'reload');
  assert.equal(await build(page), old, 'the page was changed under the reader');
  const loaded = page.waitForEvent('load');
  await button(page, 'Reload').click();
  await loaded;
  await deck.started(page);
  assert.equal(await build(page), 'newer-build-1');
  await isStatus(page, ALL);
  await eventually(async () => {
    const names = await cacheNames(page);
    assert.ok(names.some((name) => name.includes('newer-build-1')));
    assert.ok(!names.some((name) => name.includes(old)), names.join());
    assert.ok(names.includes('somebody else'));
  });
  await page.context().setOffline(true);
  await deck.reload(page);
  assert.equal(await build(page), 'newer-build-1');
});

test('a reload while online already brings the new build, and nothing is offered then', async () => {
  const page = await deck.open();
  await isKept(page);
  deck.site.root = otherBuild('newer-build-2');
  await deck.reload(page);
  assert.equal(await build(page), 'newer-build-2');
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await eventually(async () => {
    const names = await cacheNames(page);
    assert.equal(names.filter((name) => name.includes('/some/where/')).length, 2, names.join());
    assert.ok(names.some((name) => name.includes('newer-build-2')));
  }, 10000);
  await settled(page);
  await hasNoAlert(page);
});

test('a digest whose network fails offline and is not kept is named', async () => {
  deck.allow(/Failed to load resource|net::ERR/);
  const page = await deck.open();
  await isKept(page);
  await page.context().setOffline(true);
  await page.goto(`${deck.site.url}?digest=digests/never-seen.md`, { waitUntil: 'commit' });
  await deck.started(page);
  await isAlert(page, 'never-seen.md', 'network');
  assert.deepEqual(await titles(page), []);
});
