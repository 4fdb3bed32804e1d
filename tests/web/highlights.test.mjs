// Highlights: the reader's own words and authors, marked in every card, with three views.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CODE, FEDERATED, INVOLUTION, PAPERS, RENYI, ZEBRA, digest } from './digests.mjs';
import { pixelsOf } from './png.mjs';
import { button, card, detail, eventually, filter, isStatus, search, settled, titles, useDeck } from './site.mjs';

const deck = useDeck();
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const HIGHLIGHT = { light: [0x6b, 0x3f, 0xd4], dark: [0xb3, 0x9b, 0xff] };
const HIT = { light: [0xff, 0xe9, 0xa8], dark: [0x5c, 0x4a, 0x12] };

const notice = (page) => page.locator('[aria-live=polite]');
const dialog = (page) => page.getByRole('dialog', { name: 'Highlights', exact: true });
const field = (page, name) => dialog(page).getByRole('textbox', { name, exact: true });
const view = (page, name) => page.getByRole('group', { name: 'Highlights', exact: true }).getByRole('button', { name, exact: true });
const said = (page, title) => card(page, title).getAttribute('aria-description');

async function choose(page, name) {
  await view(page, name).click();
  await settled(page);
}

async function highlight(page, words, authors = '') {
  await page.getByRole('button', { name: /^(Add words and authors…|Edit highlights)$/ }).click();
  await settled(page);
  await field(page, 'Words').fill(words);
  await field(page, 'Authors').fill(authors);
  await button(page, 'Close').click();
  await settled(page);
}

/** How many pixels below the element have the colour. */
async function pixelsOfColor(page, locator, color) {
  const png = await pixelsOf(page, locator);
  let count = 0;
  for (let y = 0; y < png.height; y += 1) {
    for (let x = 0; x < png.width; x += 1) if (Math.max(...png.at(x, y).map((value, i) => Math.abs(value - color[i]))) < 4) count += 1;
  }
  return count;
}

test('words are marked in cards and the paper, apart from what is searched for, in both themes', async () => {
  for (const colorScheme of ['light', 'dark']) {
    const page = await deck.open({ colorScheme });
    const marks = async (locator) => [await pixelsOfColor(page, locator, HIGHLIGHT[colorScheme]), await pixelsOfColor(page, locator, HIT[colorScheme])];
    assert.deepEqual(await marks(card(page, INVOLUTION)), [0, 0]);
    await highlight(page, 'small decks, TRANSFORM*');
    let [highlighted, hit] = await marks(card(page, INVOLUTION));
    assert.ok(highlighted > 100 && hit === 0, `${highlighted} and ${hit}`);
    assert.deepEqual(await marks(card(page, FEDERATED)), [0, 0]);
    assert.equal(await said(page, INVOLUTION), 'Highlights: Small Decks, transformer');
    assert.equal(await said(page, FEDERATED), null);
    await search(page, 'involution deck turned');
    [highlighted, hit] = await marks(card(page, INVOLUTION));
    assert.ok(highlighted > 100 && hit > 100, `${highlighted} and ${hit}`);
    assert.ok(await pixelsOfColor(page, detail(page), HIGHLIGHT[colorScheme]) > 100);
  }
});

test('folding is that of the search: accents, case, quotes', async () => {
  const page = await deck.open();
  await highlight(page, 'renyi ENTROPY\nresumes; "naïve"');
  assert.equal(await said(page, RENYI), 'Highlights: Rényi Entropy, Naïve, résumés');
});

test('three views: all, those with a highlight first, and only those, with true counts', async () => {
  const page = await deck.open({ viewport: { width: 1440, height: 1800 } });
  const all = await titles(page);
  await highlight(page, 'transformer, segmentation');
  assert.deepEqual(await titles(page), all);
  assert.equal(await notice(page).count(), 0);

  await choose(page, 'First');
  const first = all.filter((title) => [INVOLUTION, CODE, ZEBRA].includes(title));
  assert.deepEqual(await titles(page), [...first, ...all.filter((title) => !first.includes(title))]);
  assert.equal(await notice(page).textContent(), `With a highlight: 3 of ${PAPERS} papers, shown first.`);

  await choose(page, 'Only');
  assert.deepEqual(await titles(page), first);
  await isStatus(page, `3 of ${PAPERS} papers`);
  assert.equal(await notice(page).textContent(), `Showing 3 of ${PAPERS} papers: those with a highlight.`);
  assert.equal(await filter(page, 'Category', 'cs.CV').getAttribute('aria-description'), '3 papers');
  assert.equal(await filter(page, 'Category', 'cs.LG').getAttribute('aria-description'), '0 papers');
  assert.equal(await view(page, 'Only').getAttribute('aria-pressed'), 'true');

  await search(page, 'zebra');
  await isStatus(page, `1 of ${PAPERS} papers`);
  await search(page, 'federated');
  await isStatus(page, `0 of ${PAPERS} papers`);
  await button(page, 'Show all').click();
  await settled(page);
  assert.deepEqual(await titles(page), [FEDERATED]);
  assert.equal(await view(page, 'All').getAttribute('aria-pressed'), 'true');
});

test('lists and view outlive a reload; an empty list shows all', async () => {
  const page = await deck.open();
  await highlight(page, 'zebra\nqueues');
  await choose(page, 'Only');
  const shown = await titles(page);
  assert.deepEqual([...shown].sort(), [RENYI, ZEBRA]);
  await deck.reload(page);
  assert.deepEqual(await titles(page), shown);
  await button(page, 'Edit highlights').click();
  await settled(page);
  assert.equal(await field(page, 'Words').inputValue(), 'zebra\nqueues');
  await field(page, 'Words').fill('');
  await settled(page);
  await isStatus(page, `${PAPERS} of ${PAPERS} papers`);
  await deck.reload(page);
  assert.ok(await button(page, 'Add words and authors…').isVisible());
});

test('authors are marked among authors only, folded ones on the words that stand for them', async () => {
  const names = Array.from({ length: 20 }, (_, i) => `Number Name${i}`);
  const papers = [
    { id: '2503.00001', title: 'Stripes by Ada Zebra', authors: ['Ann Onymous', 'Bo Two'], abstract: 'Ann Onymous is named here.' },
    { id: '2503.00002', title: 'Onymous', authors: ['Onymous Ann'], abstract: 'B.' },
    { id: '2503.00003', title: 'Crowd', authors: names, abstract: 'C.' },
  ];
  deck.site.setDigests({ '2025-03-01.json': JSON.stringify(papers) });
  const page = await deck.open();
  await highlight(page, '', 'ann onymous, Name17');
  const authors = (title, text) => card(page, title).getByText(text);
  assert.equal(await said(page, 'Stripes by Ada Zebra'), 'Highlights: Ann Onymous');
  assert.equal(await said(page, 'Onymous'), null);
  assert.equal(await said(page, 'Crowd'), 'Highlights: Name17');
  assert.ok(await pixelsOfColor(page, authors('Stripes by Ada Zebra', /^Ann Onymous, Bo/), HIGHLIGHT.light) > 50);
  assert.equal(await pixelsOfColor(page, authors('Stripes by Ada Zebra', /is named here/), HIGHLIGHT.light), 0);
  assert.ok(await pixelsOfColor(page, authors('Crowd', /and 12 more$/), HIGHLIGHT.light) > 50);
});

test('by keys: h opens, what is typed is text, Escape leaves the field and then closes', async () => {
  const page = await deck.open();
  const press = async (...keys) => {
    for (const key of keys) {
      await page.keyboard.press(key);
      await settled(page);
    }
  };
  await press('h');
  await eventually(async () => assert.ok(await field(page, 'Words').evaluate((element) => document.activeElement === element)));
  await page.keyboard.type('jk');
  await press('Enter', 'ArrowUp', 'End', 'x');
  assert.equal(await field(page, 'Words').inputValue(), 'jkx\n');
  await press('Escape');
  assert.ok(await dialog(page).isVisible());
  await press('Escape');
  assert.equal(await dialog(page).count(), 0);
});

test('on a phone they stand among the filters', async () => {
  const page = await deck.open(PHONE);
  await button(page, 'Filters').tap();
  await settled(page);
  await highlight(page, 'zebra');
  await choose(page, 'Only');
  await button(page, 'Papers').tap();
  await settled(page);
  assert.deepEqual(await titles(page), [ZEBRA]);
});

test('a huge or hostile list is bounded and marks what it can', async () => {
  deck.site.setDigests({ '2021-03-11.cs.CV.md': digest('cs.CV', 'Thu, 11 Mar 2021', [{ id: '2103.06001', title: 'A zebra', abstract: 'The <b>zebra</b> runs.' }]) });
  const page = await deck.open();
  const huge = `zebra\n<script>alert(1)</script>,*,"",${'é'.repeat(9)},\u0000`;
  await highlight(page, huge + Array.from({ length: 20000 }, (_, i) => `word${i}`).join(','), '*\n'.repeat(5000));
  assert.equal(await said(page, 'A zebra'), 'Highlights: zebra');
  await deck.reload(page);
  assert.equal(await said(page, 'A zebra'), 'Highlights: zebra');
});
