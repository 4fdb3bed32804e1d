// From navigation to papers: the skeleton, the promises of window.paperdeck, idling, and what is said when it cannot start.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PAPERS } from './digests.mjs';
import { isStatus, searchBox, settled, stats, useDeck } from './site.mjs';

const deck = useDeck();
const wait = (delay_ms) => new Promise((resolve) => { setTimeout(resolve, delay_ms); });

async function failsWith(page, ...words) {
  const alert = page.getByRole('alert');
  await alert.waitFor();
  const text = await alert.textContent();
  for (const word of words) assert.ok(text.includes(word), `"${text}" does not say "${word}"`);
  const message = await page.evaluate(() => window.paperdeck.ready.then(() => 'ready', (error) => error.message));
  assert.ok(text.includes(message), `ready was rejected with "${message}" while "${text}" was shown`);
  return alert;
}

test('ready resolves with the figures of the first useful frame', async () => {
  const page = await deck.page();
  await page.waitForFunction(() => window.paperdeck);
  const figures = await page.evaluate(() => window.paperdeck.ready);
  assert.ok(figures.frames >= 1, 'no frame was drawn');
  assert.ok(figures.papers >= 1, 'no paper was there');
  assert.deepEqual(Object.keys(figures).sort(), ['build', 'cards_laid_out', 'frame_ms', 'frames', 'heap_bytes', 'index_ms',
    'last_frame', 'papers', 'parse_ms', 'query_ms', 'results']);
  await settled(page);
  const later = await stats(page);
  assert.equal(later.papers, PAPERS);
  assert.equal(later.results, PAPERS);
  assert.ok(later.frame_ms > 0);
  assert.ok(later.parse_ms > 0);
  assert.ok(later.heap_bytes > 1e6);
  assert.equal(later.build, await page.locator('meta[name=paperdeck-build]').getAttribute('content'));
});

test('the page shows its skeleton and real progress while the WebAssembly is on its way, and nothing of it after', async () => {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  const page = await deck.page({
    before: (opened) => opened.route('**/*.wasm', async (route) => {
      await held;
      await route.continue();
    }),
  });
  await page.getByText('Paperdeck', { exact: true }).waitFor();
  const progress = page.getByRole('progressbar', { name: /^Loading/ });
  await progress.waitFor();
  const shown = page.evaluate(() => new Promise((resolve) => {
    const bar = document.querySelector('progress');
    new MutationObserver(() => { if (bar.value > 0) resolve([bar.value, bar.max]); }).observe(bar, { attributes: true });
  }));
  release();
  const [value, max] = await shown;
  assert.ok(value > 0 && value <= max && max > 100000, `progress was ${value} of ${max}`);
  await deck.started(page);
  assert.equal(await page.locator('#boot').isVisible(), false);
});

test('nothing is drawn in 5 s without input, and asking for figures wakes nothing', async () => {
  const page = await deck.open();
  await page.mouse.move(5, 5);
  await wait(500);
  await settled(page);
  const { frames } = await stats(page);
  for (let i = 0; i < 5; i += 1) {
    await wait(1000);
    assert.equal((await stats(page)).frames, frames, `frames were drawn in second ${i + 1}`);
  }
});

test('a focused search field draws nothing either', async () => {
  const page = await deck.open();
  await searchBox(page).click();
  await wait(500);
  await settled(page);
  const { frames } = await stats(page);
  await wait(2000);
  assert.equal((await stats(page)).frames, frames);
});

test('settled() waits for the search that an input started', async () => {
  const page = await deck.open();
  const status = await page.evaluate(async () => {
    const input = document.querySelector('input[type=search]');
    input.value = 'zebra';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await window.paperdeck.settled();
    return document.querySelector('[role=status]').textContent;
  });
  assert.equal(status, `1 of ${PAPERS} papers`);
});

test('no request leaves the site', async () => {
  const asked = [];
  const page = await deck.page({ before: (opened) => opened.context().on('request', (request) => asked.push(request.url())) });
  await deck.started(page);
  assert.ok(asked.length > 4);
  assert.deepEqual(asked.filter((address) => !address.startsWith(deck.site.url) && !address.startsWith('blob:')), []);
});

test('without WebGL 2 the page says so', async () => {
  const page = await deck.page({
    before: (opened) => opened.addInitScript(() => {
      const original = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function getContext(kind, ...rest) {
        return kind === 'webgl2' ? null : original.call(this, kind, ...rest);
      };
    }),
  });
  await failsWith(page, 'WebGL 2', 'another browser');
});

test('without WebAssembly the page says so', async () => {
  const page = await deck.page({ before: (opened) => opened.addInitScript(() => { delete window.WebAssembly; }) });
  await failsWith(page, 'WebAssembly');
});

test('a WebAssembly file that is missing is named, with a way to try again', async () => {
  deck.allow(/Failed to load resource/);
  const page = await deck.page({ before: (opened) => opened.route('**/*.wasm', (route) => route.fulfill({ status: 404 })) });
  const alert = await failsWith(page, '.wasm', '404');
  await page.unroute('**/*.wasm');
  await alert.getByRole('button', { name: 'Reload' }).click();
  await deck.started(page);
  await isStatus(page, `${PAPERS} of ${PAPERS} papers`);
});

test('a program that stops says so in place of a dead page', async () => {
  deck.allow(/unreachable/);
  const page = await deck.open();
  await page.evaluate(() => { setTimeout(() => { throw new WebAssembly.RuntimeError('unreachable'); }); });
  const alert = page.getByRole('alert');
  await alert.waitFor();
  assert.match(await alert.textContent(), /stopped: unreachable.*safe/);
  await assert.rejects(settled(page), /stopped/);
});

// Chromium shows no <noscript> to Playwright, so the page's own text has to do.
test('a page without JavaScript says what it needs', async () => {
  const html = await (await fetch(deck.site.url)).text();
  assert.match(html, /<noscript>.*needs JavaScript.*<\/noscript>/s);
});
