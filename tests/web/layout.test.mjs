// Nothing overlaps, nothing sticks out, and a finger finds its target: at the widths of phones, tablets and desktops, with
// small and large text, sparse and dense.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digest } from './digests.mjs';
import { button, settled, useDeck } from './site.mjs';

const kFinger_px = 44;
const AUTHORS = Array.from({ length: 31 }, (_, i) => `Given${i} Family-Name${i}`).join(', ');
const LONG = 'Supercalifragilistic Titles That Go on for More Lines than Anybody Would Like to Read on a Telephone';
const DIGESTS = {
  '2021-03-12.cs.LG.md': digest('cs.LG', 'Fri, 12 Mar 2021', [
    { id: '2103.07001', title: LONG, abstract: `${'Words of an abstract with $O(n^2)$ in it. '.repeat(30)}<a href="https://github.com/example/cards">this https URL</a>.` },
    { id: '2103.07002', title: 'Short', abstract: 'One line.' },
  ]).replace('\n>', `\n**Authors**: ${AUTHORS}\n>`),
  '2021-03-11.cs.CV.md': digest('cs.CV', 'Thu, 11 Mar 2021', Array.from({ length: 8 }, (_, i) => (
    { id: `2103.0600${i}`, title: `Card ${i} of the deck`, abstract: 'Two sentences stand here. They fill a line or two, not more, whatever the width of the card is.' }))),
};
const deck = useDeck(DIGESTS);

const TOUCH = { hasTouch: true, isMobile: true };
const WINDOWS = [
  ['a phone', { viewport: { width: 390, height: 844 }, ...TOUCH }],
  ['a tablet', { viewport: { width: 768, height: 1024 }, ...TOUCH }],
  ['a small window', { viewport: { width: 1024, height: 700 } }],
  ['a desktop', { viewport: { width: 1440, height: 900 } }],
  ['a wide desktop', { viewport: { width: 1920, height: 1080 } }],
];
const LOOKS = [{ 'text-size': '0', density: '1' }, { 'text-size': '3', density: '0', abstracts: '2' }];

/** Every element of the mirror: what it is, where, and whose child. */
const items = (page) => page.evaluate(() => Array.from(document.querySelectorAll('#mirror *:not(option)'), (element) => {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const isControl = element.matches('a, button, select, input');
  return {
    id: element.id, parent: element.parentElement.id, left, top, right, bottom, isControl,
    role: element.getAttribute('role') || element.tagName.toLowerCase(),
    name: (element.getAttribute('aria-label') || element.textContent || element.value || '').slice(0, 50),
    // A link in running text is as large as its words.
    isInline: element.matches('[aria-label="Paper"] > a') && !['Open PDF', 'arXiv', 'Code'].includes(element.textContent),
    isBar: Boolean(element.closest('[aria-label="Papers over time"]')),
  };
}));

const say = ({ role, name, left, top, right, bottom }) => `${role} "${name}" (${[left, top, right, bottom].map(Math.round)})`;
const overlap = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
const isText = ({ role }) => role === 'h2' || role === 'p' || role === 'status';

function faults(list, { viewport, hasTouch }) {
  const found = [];
  const byId = new Map(list.map((item) => [item.id, item]));
  // What is scrolled out of its panel, or under its edge, is not seen.
  const panelOf = (item) => { let at = item; while (byId.has(at.parent)) at = byId.get(at.parent); return at; };
  const isSeen = (item) => { const panel = panelOf(item); return item.top >= panel.top - 1 && item.bottom <= panel.bottom + 1; };
  for (const item of list) {
    if (item.left < -1 || item.right > viewport.width + 1) found.push(`${say(item)} sticks out of the window`);
    const parent = byId.get(item.parent);
    if (parent && (item.left < parent.left - 9 || item.right > parent.right + 9)) found.push(`${say(item)} sticks out of ${say(parent)}`);
    if (hasTouch && item.isControl && !item.isInline && !item.isBar && item.role !== 'input'
      && (item.right - item.left < kFinger_px - 0.5 || item.bottom - item.top < kFinger_px - 0.5)) found.push(`${say(item)} is small for a finger`);
  }
  const solid = list.filter((item) => (item.isControl || isText(item)) && isSeen(item) && item.role !== 'separator');
  for (const [i, a] of solid.entries()) {
    for (const b of solid.slice(i + 1)) {
      if (a.isInline || b.isInline || (a.isBar && b.isBar)) continue;
      if (overlap(a, b)) found.push(`${say(a)} and ${say(b)} overlap`);
    }
  }
  return found;
}

for (const [what, options] of WINDOWS) {
  for (const look of LOOKS) {
    test(`on ${what} with ${JSON.stringify(look)} all has its place`, async () => {
      const page = await deck.open({ ...options,
        before: (opened) => opened.addInitScript((settings) => {
          for (const [name, value] of Object.entries(settings)) localStorage.setItem(`paperdeck.settings.${name}`, value);
        }, look) });
      const check = async (where) => assert.deepEqual(faults(await items(page), options), [], where);
      await check('the list');
      if (options.viewport.width > 640) return;
      for (const tab of ['Days', 'Filters', 'More']) {
        await button(page, tab).tap();
        await settled(page);
        await check(tab);
      }
      await button(page, 'Papers').tap();
      await settled(page);
      for (const key of ['j', 'Enter']) {
        await page.keyboard.press(key);
        await settled(page);
      }
      await button(page, 'Back').waitFor();
      await check('the paper');
    });
  }
}

test('on a tablet a paper is a page over the list, with a way back', async () => {
  const page = await deck.open({ viewport: { width: 768, height: 1024 }, ...TOUCH });
  await page.getByRole('feed').getByRole('heading', { level: 2 }).first().tap({ position: { x: 20, y: 8 }, force: true });
  await settled(page);
  await page.getByRole('group', { name: 'Category' }).waitFor();
  assert.equal(await page.getByRole('feed').count(), 0);
  await button(page, 'Back').tap();
  await settled(page);
  assert.equal(await page.getByRole('feed').count(), 1);
});
