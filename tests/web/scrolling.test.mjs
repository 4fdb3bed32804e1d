// How far things scroll: the wheel in all its units, the scroll bar with its day marks, and the keyboard's focus.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digest } from './digests.mjs';
import { detail, eventually, feed, filter, settled, useDeck } from './site.mjs';

const kCardsADay = 30;
const DAYS = [['2021-03-12', 'Fri, 12 Mar 2021'], ['2021-03-11', 'Thu, 11 Mar 2021'], ['2021-03-10', 'Wed, 10 Mar 2021']];
const LINK = '<a class="link-external link-https" href="https://github.com/example/cards" rel="external noopener nofollow">this https URL</a>';
const LONG = 'Words upon words fill line after line of this abstract, so that the paper is higher than any window. '.repeat(30);

const deck = useDeck(Object.fromEntries(DAYS.map(([day, words], at) => [`${day}.cs.CV.md`,
  digest('cs.CV', words, Array.from({ length: kCardsADay }, (_, i) => ({
    id: `2103.${String(5001 + 100 * at + i).padStart(5, '0')}`,
    title: `Card ${i + 1} of day ${at + 1}`,
    abstract: at === 0 && i === 1 ? `${LONG} Code is at ${LINK}.` : 'Two lines say the same on every card, so that all cards are of one height.',
  })))])));

const articles = (page) => feed(page).getByRole('article');
const firstPosition = async (page) => Number(await articles(page).first().getAttribute('aria-posinset'));
const cardTop = async (page, name) => (await feed(page).getByRole('heading', { name, exact: true }).boundingBox()).y;

async function centreOf(locator) {
  const { x, y, width, height } = await locator.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
}

// ---- Wheel

/** A wheel event of any unit on what lies under the pointer. */
async function turn(page, { x, y }, deltaMode, deltaY) {
  await page.evaluate(([clientX, clientY, mode, delta]) => {
    document.elementFromPoint(clientX, clientY).dispatchEvent(
      new WheelEvent('wheel', { clientX, clientY, deltaMode: mode, deltaY: delta, bubbles: true, cancelable: true }));
  }, [x, y, deltaMode, deltaY]);
  await settled(page);
}

test('the wheel scrolls as many px as the browser says, at any pixel ratio', async () => {
  for (const deviceScaleFactor of [1, 2]) {
    const page = await deck.open({ deviceScaleFactor });
    const { x, y } = await centreOf(feed(page));
    await page.mouse.move(x, y);
    // Chromium in tests tells a page half of the px that the test asks for where the ratio is 2.
    await page.evaluate(() => {
      window.wheel_px = 0;
      window.addEventListener('wheel', ({ deltaY }) => { window.wheel_px += deltaY; }, { capture: true });
    });
    const before = await cardTop(page, 'Card 4 of day 1');
    for (const deltaY of [136, 10, -50]) await page.mouse.wheel(0, deltaY);
    await eventually(async () => assert.equal(await page.evaluate(() => window.wheel_px), 96 / deviceScaleFactor));
    await settled(page);
    assert.equal(await cardTop(page, 'Card 4 of day 1'), before - 96 / deviceScaleFactor);
  }
});

test('a wheel that turns by lines scrolls 100 px for three, and one that turns by pages most of the window', async () => {
  const page = await deck.open();
  const link = feed(page).getByRole('link', { name: 'PDF' }).nth(1);
  for (const point of [await centreOf(feed(page)), await centreOf(link)]) {
    await page.mouse.move(point.x, point.y);
    const start = await cardTop(page, 'Card 5 of day 1');
    const isAt = async (px) => assert.ok(Math.abs(start - px - await cardTop(page, 'Card 5 of day 1')) <= 1, `${await cardTop(page, 'Card 5 of day 1')}`);
    await turn(page, point, 1, 3);
    await isAt(100);
    await turn(page, point, 1, -3);
    await isAt(0);
    await turn(page, point, 2, 0.5);
    await isAt(900 * 0.875 / 2);
    await turn(page, point, 2, -1);
    await isAt(0);
  }
});

// ---- Scroll bar

async function track(page) {
  const { x, y, width, height } = await feed(page).boundingBox();
  return { x: x + width - 6, top: y, height };
}

test('the thumb is dragged from end to end, the view goes with it and opens no card', async () => {
  const page = await deck.open();
  const { x, top, height } = await track(page);
  const open = await detail(page).textContent();
  await page.mouse.move(x, top + 10);
  await page.mouse.down();
  await page.mouse.move(x, top + height / 2, { steps: 5 });
  await eventually(async () => {
    const position = await firstPosition(page);
    assert.ok(position > 30 && position < 60, `at card ${position} in the middle`);
  });
  await page.mouse.move(x, top + height + 50, { steps: 5 });
  await eventually(async () => assert.equal(await articles(page).last().getAttribute('aria-posinset'), String(3 * kCardsADay)));
  await page.mouse.move(x, top + 10, { steps: 5 });
  await eventually(async () => assert.equal(await firstPosition(page), 1));
  await page.mouse.up();
  await page.mouse.move(x, top + height / 2);
  await settled(page);
  assert.equal(await firstPosition(page), 1, 'what is let go stays');
  assert.equal(await detail(page).textContent(), open);
});

test('a press on a day’s mark goes to the first card of the day', async () => {
  const page = await deck.open();
  const { x, top, height } = await track(page);
  for (const day of [2, 1]) {
    await page.mouse.click(x, top + (height * day) / 3);
    await settled(page);
    assert.equal(await firstPosition(page), day * kCardsADay + 1);
    const card = await articles(page).first().boundingBox();
    assert.ok(Math.abs(card.y - top) <= 1, `the card at ${card.y}, the list at ${top}`);
    assert.equal(await articles(page).first().getByRole('heading').textContent(), `Card 1 of day ${day + 1}`);
  }
});

test('a press beside the marks goes on by a page', async () => {
  const page = await deck.open();
  const { x, top, height } = await track(page);
  await page.mouse.click(x, top + height / 2);
  await settled(page);
  const position = await firstPosition(page);
  assert.ok(position > 3 && position < 10, `at card ${position}`);
});

// ---- The keyboard's focus

const isWithin = async (locator, region) => {
  const [inner, outer] = [await locator.boundingBox(), await region.boundingBox()];
  assert.ok(inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height, JSON.stringify([inner, outer]));
};
const hasFocus = (locator) => locator.evaluate((element) => element === document.activeElement);

test('Tab to a filter that is scrolled out of sight brings it into view, and back', async () => {
  const page = await deck.open({ viewport: { width: 1440, height: 400 } });
  const region = page.getByRole('region', { name: 'Filters', exact: true });
  const last = filter(page, 'Has', 'Maths');
  await assert.rejects(isWithin(last, region), 'it is out of sight at first');
  await page.keyboard.press('Tab');
  for (let i = 0; i < 80 && !await hasFocus(last); i += 1) await page.keyboard.press('Tab');
  assert.ok(await hasFocus(last));
  await eventually(() => isWithin(last, region));
  const day = page.getByRole('checkbox', { name: '2021-03-12', exact: true });
  for (let i = 0; i < 80 && !await hasFocus(day); i += 1) await page.keyboard.press('Shift+Tab');
  assert.ok(await hasFocus(day));
  await eventually(() => isWithin(day, region));
});

test('Tab to a link far down in the paper brings it into view', async () => {
  const page = await deck.open({ viewport: { width: 1440, height: 500 } });
  await page.keyboard.press('j');
  await settled(page);
  const link = detail(page).locator('a[href="https://github.com/example/cards"]').last();
  await assert.rejects(isWithin(link, detail(page)), 'it is out of sight at first');
  await detail(page).getByRole('link', { name: 'Open PDF' }).focus();
  for (let i = 0; i < 8 && !await hasFocus(link); i += 1) await page.keyboard.press('Tab');
  assert.ok(await hasFocus(link));
  await eventually(() => isWithin(link, detail(page)));
});
