// A site with a thousand digests: the newest day at once, the rest in the background, newest first, with a word about how
// much can be searched.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digest } from './digests.mjs';
import { eventually, feed, isStatus, search, stats, titles, useDeck } from './site.mjs';

const kDays = 1000;
const kPapersADay = 3;

function day(i) {
  const date = new Date(Date.UTC(2020, 0, 1) + i * 86400e3);
  const iso = date.toISOString().slice(0, 10);
  const words = date.toUTCString().slice(0, 16);
  const papers = Array.from({ length: kPapersADay }, (_, n) => ({
    id: `${iso.slice(2, 4)}${iso.slice(5, 7)}.${String(10000 + i * kPapersADay + n)}`,
    title: `Paper ${n + 1} of ${iso}`,
    abstract: `What was found on ${iso}, told briefly.`,
  }));
  return { name: `${iso}.cs.CV.md`, iso, text: digest('cs.CV', words, papers) };
}

const DAYS = Array.from({ length: kDays }, (_, i) => day(i));
const NEWEST = DAYS.at(-1).iso;
const TOTAL = kDays * kPapersADay;
const deck = useDeck(Object.fromEntries(DAYS.map(({ name, text }) => [name, text])));

test('the newest day is there at once, while the rest still loads', async () => {
  // The oldest ones come late, so that there is a time in which they are missing.
  for (const { name, text } of DAYS.slice(0, 200)) deck.site.answer(`digests/${name}`, { body: text, delay_ms: 400 });
  const page = await deck.page();
  await page.waitForFunction(() => window.paperdeck);
  const figures = await page.evaluate(() => window.paperdeck.ready);
  assert.ok(figures.papers < TOTAL, 'ready waited for all');
  assert.match((await titles(page))[0], new RegExp(NEWEST));
  assert.equal(await feed(page).getAttribute('aria-busy'), 'true');
  await page.getByRole('progressbar', { name: new RegExp(`${kDays}`) }).waitFor({ state: 'attached' });
  await search(page, NEWEST).catch(() => {});
  await isStatus(page, `${kPapersADay} of ${TOTAL} papers`);
  assert.equal((await stats(page)).papers, TOTAL);
  await eventually(async () => assert.notEqual(await feed(page).getAttribute('aria-busy'), 'true'));
});

test('digests are asked for newest first, a few at a time', async () => {
  const page = await deck.open();
  await isStatus(page, `${TOTAL} of ${TOTAL} papers`);
  const order = deck.site.requests.map(({ path }) => path).filter((path) => path.startsWith('digests/2'));
  const firsts = order.slice(0, 10).map((path) => path.slice(8, 18)).sort();
  const newest = DAYS.slice(-10).map(({ iso }) => iso).sort();
  assert.deepEqual(firsts, newest);
});

test('the page answers while a thousand digests load', async () => {
  const page = await deck.page();
  await page.waitForFunction(() => window.paperdeck);
  await page.evaluate(() => window.paperdeck.ready);
  const longest_ms = await page.evaluate(async () => {
    let longest = 0, last = performance.now(), isDone = false;
    window.paperdeck.settled().then(() => { isDone = true; });
    while (!isDone) {
      await new Promise((resolve) => { setTimeout(resolve, 0); });
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }
    return longest;
  });
  assert.ok(longest_ms < 300, `the page hung for ${longest_ms.toFixed(0)} ms`);
  await isStatus(page, `${TOTAL} of ${TOTAL} papers`);
});
