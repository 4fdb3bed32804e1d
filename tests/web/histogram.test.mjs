// Charts and edges that are worked by hand: the bars over time, the edges of the panels, and the ways out of no results.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digest, PAPERS } from './digests.mjs';
import { button, eventually, isStatus, search, searchBox, settled, useDeck } from './site.mjs';

const deck = useDeck();

const bars = (page) => page.getByRole('group', { name: 'Papers over time', exact: true });
const bar = (page, name) => bars(page).getByRole('button', { name, exact: true });
const query = (page) => searchBox(page).inputValue();
const edge = (page, name) => page.getByRole('separator', { name, exact: true });

async function centreOf(locator) {
  const { x, y, width, height } = await locator.boundingBox();
  return [x + width / 2, y + height / 2];
}

async function drag(page, from, to) {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 5 });
  await settled(page);
  await page.mouse.up();
  await settled(page);
}

test('a bar for each day says how many papers it has; a drag filters, a click on the range lets go', async () => {
  const page = await deck.open();
  assert.equal(await bars(page).getByRole('button').count(), 31);
  await bar(page, '11 Mar 2021: 6 papers').waitFor();
  await drag(page, await centreOf(bar(page, '12 Mar 2021: 4 papers')), await centreOf(bar(page, '14 Mar 2021: no papers')));
  assert.equal(await query(page), 'date:2021-03-12..2021-03-14');
  await isStatus(page, `4 of ${PAPERS} papers`);
  assert.equal(await bar(page, '12 Mar 2021: 4 papers').getAttribute('aria-pressed'), 'true');
  assert.equal(await bar(page, '11 Mar 2021: 6 papers').getAttribute('aria-pressed'), 'false');
  await page.mouse.click(...await centreOf(bar(page, '12 Mar 2021: 4 papers')));
  await settled(page);
  assert.equal(await query(page), '');
  await page.mouse.click(...await centreOf(bar(page, '11 Mar 2021: 6 papers')));
  await settled(page);
  assert.equal(await query(page), 'date:2021-03-11');
});

test('the bars are one stop of the Tab key; arrows go through them, Enter chooses, Escape clears', async () => {
  const page = await deck.open();
  const focusable = bars(page).locator('button:not([tabindex="-1"])');
  assert.equal(await focusable.count(), 1);
  await button(page, 'Help').focus();
  await page.keyboard.press('Tab');
  await focusable.focus();
  const name = () => page.evaluate(() => document.activeElement.getAttribute('aria-label'));
  assert.equal(await name(), '12 Mar 2021: 4 papers');
  await page.keyboard.press('ArrowLeft');
  await eventually(async () => assert.equal(await name(), '11 Mar 2021: 6 papers'));
  await page.keyboard.press('Enter');
  await settled(page);
  assert.equal(await query(page), 'date:2021-03-11');
  await page.keyboard.press('Escape');
  await settled(page);
  assert.equal(await query(page), '');
});

test('bars are 3 px wide or more, however many days there are', async () => {
  const names = Object.fromEntries(Array.from({ length: 9 }, (_, i) => {
    const year = 2016 + i;
    return [`${year}-03-12.md`, digest('cs.CV', `12 Mar ${year}`, [{ id: `${year % 100}03.06001`, title: `Of ${year}`, abstract: 'Text.' }])];
  }));
  deck.site.setDigests(names);
  const page = await deck.open();
  await isStatus(page, '9 of 9 papers');
  await eventually(async () => bar(page, 'March 2021: 1 paper').waitFor({ timeout: 1000 }));
  const widths = await bars(page).getByRole('button').evaluateAll((list) => list.map((element) => element.getBoundingClientRect().width));
  assert.ok(widths.length > 90 && Math.min(...widths) >= 4, `${widths.length} bars, ${Math.min(...widths)} px`);
});

test('panels have edges to drag, which keys move and a double click puts back', async () => {
  const page = await deck.open();
  const filters = page.getByRole('region', { name: 'Filters', exact: true });
  const width = async () => Math.round((await filters.boundingBox()).width);
  const initial = await width();
  await drag(page, [initial, 500], [initial + 70, 500]);
  assert.equal(await width(), initial + 70);
  await deck.reload(page);
  assert.equal(await width(), initial + 70);
  await drag(page, [initial + 70, 500], [10, 500]);
  assert.equal(await width(), 200);
  assert.equal(await edge(page, 'Width of the filters').getAttribute('aria-valuenow'), '200');
  await page.mouse.dblclick(200, 500);
  await settled(page);
  assert.equal(await width(), initial);

  const paper = page.getByRole('region', { name: 'Paper', exact: true });
  const before = (await paper.boundingBox()).width;
  await page.keyboard.press('Tab');
  await edge(page, 'Width of the paper').focus();
  await page.keyboard.press('ArrowLeft');
  await settled(page);
  assert.equal((await paper.boundingBox()).width, before + 16);
  await page.keyboard.press('Enter');
  await settled(page);
  assert.equal((await paper.boundingBox()).width, before);
});

test('where nothing matches, each part that stands in the way can be taken out', async () => {
  const page = await deck.open();
  await search(page, 'has:code transformer');
  await isStatus(page, `0 of ${PAPERS} papers`);
  await page.getByText('No papers match').waitFor();
  await button(page, 'Remove transformer: 1 matches').waitFor();
  await button(page, 'Remove has:code: 2 match').click();
  await settled(page);
  await isStatus(page, `2 of ${PAPERS} papers`);
  assert.equal(await query(page), 'transformer');
});
