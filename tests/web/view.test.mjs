// How things look is the reader's choice, and stays: abstracts, density, text size, theme; and the wishes of the system.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digest, FEDERATED, PAPERS } from './digests.mjs';
import { measure, readPng } from './png.mjs';
import { button, card, detail, eventually, feed, isStatus, search, settled, stats, useDeck } from './site.mjs';

const deck = useDeck();

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const MANY_AUTHORS = Array.from({ length: 23 }, (_, i) => `Author${i + 1} Of Many`);
const theme = (page) => page.evaluate(() => document.documentElement.dataset.theme);
const dialog = (page) => page.getByRole('dialog', { name: 'View', exact: true });
const choice = (page, group, name) => page.getByRole('group', { name: group, exact: true }).getByRole('button', { name, exact: true });
const heightOf = async (page, title) => (await card(page, title).boundingBox()).height;

async function choose(page, group, name) {
  if (await dialog(page).count() === 0) await button(page, 'View').click();
  await choice(page, group, name).click();
  await settled(page);
  assert.equal(await choice(page, group, name).getAttribute('aria-pressed'), 'true');
  await page.keyboard.press('Escape');
  await settled(page);
  assert.equal(await dialog(page).count(), 0);
}

test('abstracts are hidden, short or full, and stay so after a reload', async () => {
  const text = `${'Many words make an abstract that is longer than four lines. '.repeat(12)}`;
  deck.site.setDigests({ 'x.md': digest('cs.CV', 'Thu, 11 Mar 2021', [{ id: '2103.06001', title: 'Long', abstract: text }]) });
  const page = await deck.open();
  const abstracts = page.getByRole('combobox', { name: 'Abstracts', exact: true });
  assert.deepEqual(await abstracts.locator('option').allTextContents(), ['Hidden', 'Short', 'Full']);
  const short_px = await heightOf(page, 'Long');
  await abstracts.selectOption('Full');
  await settled(page);
  const full_px = await heightOf(page, 'Long');
  await abstracts.selectOption('Hidden');
  await settled(page);
  const hidden_px = await heightOf(page, 'Long');
  assert.ok(full_px > short_px + 40, `full is ${full_px} px, short ${short_px} px`);
  assert.ok(Math.abs(short_px - hidden_px - 4 * 22 - 4) <= 1, `short is ${short_px} px, hidden ${hidden_px} px`);
  assert.equal(await card(page, 'Long').getByText('Many words').count(), 0);
  await deck.reload(page);
  assert.equal(await heightOf(page, 'Long'), hidden_px);
  assert.equal(await abstracts.evaluate((element) => element.selectedIndex), 0);
});

test('a compact list holds more cards, and stays compact after a reload', async () => {
  const page = await deck.open();
  const comfortable_px = await heightOf(page, FEDERATED);
  await choose(page, 'Density', 'Compact');
  const compact_px = await heightOf(page, FEDERATED);
  assert.ok(compact_px < comfortable_px - 8, `${compact_px} px against ${comfortable_px} px`);
  await deck.reload(page);
  assert.equal(await heightOf(page, FEDERATED), compact_px);
});

test('the text of cards and paper has four sizes, and keeps the one chosen', async () => {
  const page = await deck.open();
  const heights = [];
  for (const name of ['Small', 'Medium', 'Large', 'Larger']) {
    await choose(page, 'Text size', name);
    const inCard = await card(page, FEDERATED).getByRole('heading').boundingBox();
    const inDetail = await detail(page).getByRole('heading').boundingBox();
    heights.push([inCard.height, inDetail.height]);
  }
  for (let i = 1; i < heights.length; i += 1) {
    assert.ok(heights[i][0] > heights[i - 1][0] && heights[i][1] > heights[i - 1][1], JSON.stringify(heights));
  }
  await deck.reload(page);
  assert.equal((await card(page, FEDERATED).getByRole('heading').boundingBox()).height, heights[3][0]);
});

test('a long list of authors is folded in the card, and the paper unfolds it', async () => {
  deck.site.setDigests({ 'x.md': '# ArXiv cs.CV --Thu, 11 Mar 2021\n### 1.Crowd  [ :arrow_down: ](https://arxiv.org/pdf/2103.06001.pdf)\n'
    + `**Authors**: ${MANY_AUTHORS.join(', ')}\n>  Text.\n` });
  const page = await deck.open();
  await card(page, 'Crowd').getByText(/^Author1 Of Many, .* and 1\d more$/).waitFor();
  await detail(page).getByText(/Author8 Of Many and 15 more$/).waitFor();
  await button(page, 'Show all 23 authors').click();
  await settled(page);
  await detail(page).getByText(/Author22 Of Many, Author23 Of Many$/).waitFor();
  await button(page, 'Show fewer authors').click();
  await settled(page);
  await detail(page).getByText(/and 15 more$/).waitFor();
});

test('on a phone, authors that do not fit two lines are counted, not cut', async () => {
  deck.site.setDigests({ 'x.md': '# ArXiv cs.CV --Thu, 11 Mar 2021\n### 1.Crowd  [ :arrow_down: ](https://arxiv.org/pdf/2103.06001.pdf)\n'
    + `**Authors**: ${MANY_AUTHORS.slice(0, 8).join(', ')}\n>  Text.\n` });
  const page = await deck.open(PHONE);
  await card(page, 'Crowd').getByText(/^Author1 Of Many, .* and [1-5] more$/).waitFor();
});

test('“View” is a dialog that shuts the rest off, and Close ends it', async () => {
  const page = await deck.open();
  await button(page, 'View').click();
  await settled(page);
  assert.equal(await dialog(page).getAttribute('aria-modal'), 'true');
  await choice(page, 'Theme', 'Dark').click();
  await settled(page);
  assert.equal(await theme(page), 'dark');
  await choice(page, 'Theme', 'System').click();
  await settled(page);
  assert.equal(await theme(page), 'light');
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await settled(page);
  assert.equal(await dialog(page).count(), 0);
});

test('a theme that was chosen holds from the first paint on, whatever the system says', async () => {
  const page = await deck.open({ colorScheme: 'light' });
  await choose(page, 'Theme', 'Dark');
  // The program is kept away: what is painted is the page's own.
  await page.route('**/*.js', () => {});
  await page.route('**/*.wasm', () => {});
  await page.goto(`${deck.site.url}?anew`, { waitUntil: 'commit' });
  await page.getByText('Paperdeck', { exact: true }).waitFor();
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(20, 20, 22)');
  assert.ok(measure(readPng(await page.screenshot())).mean < 60);
});

test('a wish for more contrast is obeyed, also while the page is open', async () => {
  const page = await deck.open({ contrast: 'no-preference' });
  const box = await card(page, FEDERATED).boundingBox();
  const edge = async () => readPng(await page.screenshot({ clip: { x: box.x + 100, y: box.y, width: 4, height: 1 } })).at(1, 0);
  const soft = await edge();
  await page.emulateMedia({ contrast: 'more' });
  await eventually(async () => {
    await settled(page);
    assert.notDeepEqual(await edge(), soft);
  });
  assert.ok((await edge())[0] < 150, `the edge of a card is ${await edge()}`);
});

test('a phone has the tabs Papers, Days, Filters and More, and each shows what it says', async () => {
  const page = await deck.open(PHONE);
  const tabs = page.getByRole('navigation').getByRole('button');
  assert.deepEqual(await tabs.evaluateAll((list) => list.map((tab) => tab.getAttribute('aria-label'))), ['Papers', 'Days', 'Filters', 'More']);
  const go = async (name) => {
    await button(page, name).tap();
    await settled(page);
    assert.equal(await button(page, name).getAttribute('aria-pressed'), 'true');
  };
  await go('Days');
  assert.equal(await page.getByRole('group', { name: 'Category' }).count(), 0);
  await page.getByRole('checkbox', { name: '2021-03-12' }).tap();
  await isStatus(page, `4 of ${PAPERS} papers`);
  await go('Filters');
  assert.equal(await page.getByRole('group', { name: 'Days' }).count(), 0);
  await page.getByRole('checkbox', { name: 'cs.CV' }).waitFor();
  await go('More');
  await choice(page, 'Abstracts', 'Full').tap();
  await button(page, 'Help').tap();
  await page.getByRole('dialog', { name: 'Help' }).waitFor();
  await page.keyboard.press('Escape');
  await button(page, 'Open…').waitFor();
  await go('Papers');
  await feed(page).getByRole('article').first().waitFor();
});

test('with a wish for less motion nothing glides on when the finger is lifted', async () => {
  const papers = Array.from({ length: 60 }, (_, i) => ({ id: `2103.0${5001 + i}`, title: `Card ${i}`, abstract: 'Text.' }));
  deck.site.setDigests({ 'x.md': digest('cs.CV', 'Thu, 11 Mar 2021', papers) });
  const page = await deck.open({ ...PHONE, reducedMotion: 'reduce' });
  const session = await page.context().newCDPSession(page);
  const send = (type, ...points) => session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  const first = () => feed(page).getByRole('article').first().boundingBox().then(({ y }) => y);
  await send('touchStart', { x: 300, y: 700 });
  for (let y = 690; y >= 400; y -= 29) await send('touchMove', { x: 300, y });
  await send('touchEnd');
  await settled(page);
  const [{ frames }, y] = [await stats(page), await first()];
  await page.waitForTimeout(400);
  assert.equal((await stats(page)).frames, frames);
  assert.equal(await first(), y);
});
