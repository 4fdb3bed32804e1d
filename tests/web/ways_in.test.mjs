// Ways in: the site's list, ?digest=, drop, Open, paste; and that what the reader brought stays until it is removed.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, test } from 'node:test';
import { DIGESTS, FEDERATED, PAPERS, brought } from './digests.mjs';
import { button, card, dropFiles, eventually, feed, hasNoAlert, isAlert, isStatus, openFiles, pasteText, search, searchBox, settled, titles, useDeck } from './site.mjs';

const deck = useDeck();
const [FIRST] = Object.keys(DIGESTS);
const ALL = `${PAPERS} of ${PAPERS} papers`;
const ONE_MORE = `${PAPERS + 1} of ${PAPERS + 1} papers`;
const list = (page) => page.getByRole('list', { name: 'Your digests' });

test('the newest day is on top and the list at its start, whichever digest arrives first', async () => {
  const [first, newest] = Object.keys(DIGESTS);
  deck.site.answer(`digests/${newest}`, { body: DIGESTS[newest], delay_ms: 700 });
  const page = await deck.open();
  await isStatus(page, ALL);
  assert.equal(await feed(page).getByRole('article').first().getAttribute('aria-posinset'), '1', `with ${first} first`);
  assert.equal((await titles(page))[0], FEDERATED);
  const box = await card(page, FEDERATED).boundingBox();
  assert.ok(box.height > 80, `only ${box.height} px of the first card are in view`);
});

test('?digest= of the same site opens that digest alone', async () => {
  const page = await deck.open({ search: `?digest=digests/${FIRST}` });
  await isStatus(page, '6 of 6 papers');
  assert.equal(deck.site.count('digests/index.json'), 0);
  await hasNoAlert(page);
});

test('?digest= may repeat', async () => {
  const query = Object.keys(DIGESTS).map((name) => `digest=digests/${encodeURIComponent(name)}`).join('&');
  const page = await deck.open({ search: `?${query}` });
  await isStatus(page, ALL);
});

// What another origin sees of us, and answers.
async function routeForeign(page, answer) {
  const seen = [];
  await page.route('https://digests.example/**', async (route) => {
    seen.push({ address: route.request().url(), headers: await route.request().allHeaders() });
    await route.fulfill(answer);
  });
  return seen;
}

test('?digest= of another origin is fetched without credentials and referrer', async () => {
  let seen;
  const page = await deck.open({
    search: '?digest=https://digests.example/2022-01-03.md',
    before: async (opened) => {
      await opened.context().addCookies([{ name: 'secret', value: '1', url: 'https://digests.example/' }]);
      seen = await routeForeign(opened, { body: brought('From Far Away'), headers: { 'access-control-allow-origin': '*' } });
    },
  });
  await isStatus(page, '1 of 1 paper');
  assert.deepEqual(await titles(page), ['From Far Away']);
  assert.equal(seen.length, 1);
  assert.equal(seen[0].headers.cookie, undefined);
  assert.equal(seen[0].headers.referer, undefined);
});

test('another origin is named while its digest loads', async () => {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  const page = await deck.page({
    search: '?digest=https://digests.example/slow.md',
    before: (opened) => opened.route('https://digests.example/**', async (route) => {
      await held;
      await route.fulfill({ body: brought('From Far Away'), headers: { 'access-control-allow-origin': '*' } });
    }),
  });
  await eventually(async () => assert.match(await page.getByRole('progressbar').first().getAttribute('aria-label'), /digests\.example/));
  release();
  await deck.started(page);
  await isStatus(page, '1 of 1 paper');
});

test('an origin that does not allow it is named in an alert', async () => {
  deck.allow(/CORS|Failed to load resource/);
  const page = await deck.open({
    search: '?digest=https://digests.example/2022-01-03.md',
    // Playwright adds a header that allows us where there is none.
    before: (opened) => routeForeign(opened, { body: brought('From Far Away'), headers: { 'access-control-allow-origin': 'https://friend.example' } }),
  });
  await isAlert(page, 'https://digests.example/2022-01-03.md', 'digests.example', 'does not allow');
  await isStatus(page, '0 of 0 papers');
});

test('an address that is neither of this site nor https is not asked for', async () => {
  const page = await deck.open({ search: '?digest=http://digests.example/x.md&digest=javascript:alert(1)' });
  await isAlert(page, 'http://digests.example/x.md', 'https');
  await isAlert(page, 'javascript:alert(1)');
});

test('a dropped file is opened', async () => {
  const page = await deck.open();
  await dropFiles(page, { name: 'mine.md', text: brought('Dropped Paper') });
  await isStatus(page, ONE_MORE);
  await search(page, 'dropped');
  assert.deepEqual(await titles(page), ['Dropped Paper']);
  await hasNoAlert(page);
});

test('many files dropped at once are all opened', async () => {
  const page = await deck.open();
  const files = Array.from({ length: 12 }, (_, i) => ({ name: `day${i}.md`, text: brought(`Dropped Paper ${i}`, `2201.0001${String.fromCharCode(48 + (i % 10))}${i}`.slice(0, 10)) }));
  await dropFiles(page, ...files);
  await eventually(async () => assert.equal(await list(page).getByRole('listitem').count() > 3, true));
  await search(page, 'dropped');
  assert.equal((await titles(page)).length > 1, true);
});

test('a dropped folder gives its digests, with those of its folders', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'paperdeck-drop-'));
  after(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'below'));
  mkdirSync(join(folder, '.hidden'));
  writeFileSync(join(folder, 'one.md'), brought('Of the Folder', '2201.00001'));
  writeFileSync(join(folder, 'below', 'two.markdown'), brought('Of the Folder Below', '2201.00002'));
  writeFileSync(join(folder, 'below', 'three.jsonl'), JSON.stringify({ id: '2201.00004', title: 'Of a JSON Line', abstract: 'It came by hand.' }));
  writeFileSync(join(folder, 'below', 'picture.png'), 'no digest');
  writeFileSync(join(folder, 'index.json'), '{"version":1,"digests":[]}');
  writeFileSync(join(folder, '.hidden', 'three.md'), brought('Hidden', '2201.00003'));
  const page = await deck.open();
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop']) await session.send('Input.dispatchDragEvent', { type, x: 700, y: 400, data });
  await isStatus(page, `${PAPERS + 3} of ${PAPERS + 3} papers`);
  await button(page, `Remove ${basename(folder)}/below/two.markdown`).waitFor();
  await hasNoAlert(page);
});

test('files held over the page are announced, and taken back', async () => {
  const page = await deck.open();
  const drag = (type) => page.evaluate((name) => {
    const data = new DataTransfer();
    data.items.add(new File(['x'], 'x.md'));
    document.getElementById('canvas').dispatchEvent(new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true }));
    return window.paperdeck.settled();
  }, type);
  const before = await page.screenshot();
  await drag('dragover');
  assert.ok(!before.equals(await page.screenshot()), 'nothing shows that the page takes the files');
  await eventually(async () => assert.ok(before.equals(await page.screenshot()), 'it still shows when they left'));
});

test('files chosen through Open are opened, the same file twice as well', async () => {
  const page = await deck.open();
  await openFiles(page, { name: 'mine.md', text: brought('Opened Paper') });
  await isStatus(page, ONE_MORE);
  await openFiles(page, { name: 'mine.md', text: brought('Opened Again') });
  await search(page, 'opened');
  assert.deepEqual(await titles(page), ['Opened Again']);
});

test('pasted Markdown is opened under a name with the time', async () => {
  const page = await deck.open();
  await pasteText(page, brought('Pasted Paper'));
  await isStatus(page, ONE_MORE);
  await page.getByRole('button', { name: /^Remove Pasted \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.md$/ }).waitFor();
});

test('a paste into the search field is text', async () => {
  const page = await deck.open();
  await searchBox(page).focus();
  await pasteText(page, brought('Pasted Paper'));
  await isStatus(page, ALL);
});

test('what was brought stays after a reload, until removed', async () => {
  const page = await deck.open();
  await openFiles(page, { name: 'mine.md', text: brought('Kept Paper') });
  await isStatus(page, ONE_MORE);
  await deck.reload(page);
  await isStatus(page, ONE_MORE);
  await button(page, 'Remove mine.md').click();
  await isStatus(page, ALL);
  await settled(page);
  await deck.reload(page);
  await isStatus(page, ALL);
  assert.equal(await button(page, 'Remove mine.md').count(), 0);
});

test('what is no digest is not kept', async () => {
  const page = await deck.open();
  await openFiles(page, { name: 'notes.md', text: 'Just some words.\n' });
  await isAlert(page, 'notes.md');
  await deck.reload(page);
  await isStatus(page, ALL);
  await hasNoAlert(page);
});

test('where the browser refuses storage, one alert says so and all else works', async () => {
  const page = await deck.open({
    before: (opened) => opened.addInitScript(() => {
      IDBFactory.prototype.open = () => { throw new DOMException('denied by the test', 'SecurityError'); };
    }),
  });
  await hasNoAlert(page);
  await openFiles(page, { name: 'mine.md', text: brought('Unkept Paper') });
  await isAlert(page, 'mine.md', 'could not be kept', 'gone after a reload');
  await isStatus(page, ONE_MORE);
  await openFiles(page, { name: 'other.md', text: brought('Other Paper', '2201.00002') });
  await isStatus(page, `${PAPERS + 2} of ${PAPERS + 2} papers`);
  assert.equal(await page.getByRole('alert').count(), 1);
  await button(page, 'Dismiss').click();
  await settled(page);
  await hasNoAlert(page);
});

test('a full disk is told for the file it concerns', async () => {
  const page = await deck.open({
    before: (opened) => opened.addInitScript(() => {
      IDBObjectStore.prototype.put = () => { throw new DOMException('no room', 'QuotaExceededError'); };
    }),
  });
  await openFiles(page, { name: 'mine.md', text: brought('Unkept Paper') });
  await isAlert(page, 'mine.md', 'storage is full');
  await isStatus(page, ONE_MORE);
});

test('without localStorage the page works', async () => {
  const page = await deck.open({
    before: (opened) => opened.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });
    }),
  });
  await button(page, 'Theme').click();
  await settled(page);
  await isStatus(page, ALL);
});
