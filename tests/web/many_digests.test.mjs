// A site with a thousand digests: the newest day at once, the rest in the background, newest first, with a word about how
// much can be searched.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digest } from './digests.mjs';
import { eventually, feed, isStatus, search, searchBox, stats, titles, useDeck } from './site.mjs';

const kDays = 1000;
const kPapersADay = 3;
const kFew = 16;

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
  const order = deck.site.requests.map(({ path }) => path.slice(8, 18)).filter((iso) => iso.startsWith('2'));
  const newestFirst = DAYS.map(({ iso }) => iso).reverse();
  assert.deepEqual([...order].sort().reverse(), newestFirst, 'each once');
  // Those that are under way together may overtake one another.
  const furthest = Math.max(...order.map((iso, i) => Math.abs(i - newestFirst.indexOf(iso))));
  assert.ok(furthest < kFew, `one came ${furthest} places away from its own`);
});

test('what is typed while a thousand digests load is answered before they have', async () => {
  // Asked for last, and not answered before the end of the test.
  deck.site.answer(`digests/${DAYS[0].name}`, { hangs: true });
  const page = await deck.page();
  await page.waitForFunction(() => window.paperdeck);
  await page.evaluate(() => window.paperdeck.ready);
  await searchBox(page).fill(NEWEST);
  await eventually(async () => assert.equal((await titles(page)).length, kPapersADay));
  const { papers } = await stats(page);
  assert.equal(await feed(page).getAttribute('aria-busy'), 'true');
  assert.ok(papers < TOTAL, 'all had loaded');
});
