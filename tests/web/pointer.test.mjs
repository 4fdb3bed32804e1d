// Mouse, wheel and touch: over the canvas and over the controls of the mirror that lie on it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BIG_PAPERS } from './digests.mjs';
import { BIG_DIGEST, detail, eventually, feed, searchBox, settled, titles, useDeck } from './site.mjs';

const deck = useDeck(BIG_DIGEST);

const firstPosition = async (page) => Number(await feed(page).getByRole('article').first().getAttribute('aria-posinset'));
const scrolls = (page, wanted) => eventually(async () => assert.ok(wanted(await firstPosition(page)), `at card ${await firstPosition(page)}`));

async function centreOf(locator) {
  const box = await locator.boundingBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const linkInView = (page) => feed(page).getByRole('link', { name: 'PDF' }).nth(1);

test('the wheel scrolls the list over the canvas', async () => {
  const page = await deck.open();
  const { x, y } = await centreOf(feed(page));
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, 3000);
  await scrolls(page, (position) => position > 5);
  await page.mouse.wheel(0, -9000);
  await scrolls(page, (position) => position === 1);
});

test('the wheel scrolls the list over a link too', async () => {
  const page = await deck.open();
  const { x, y } = await centreOf(linkInView(page));
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, 2000);
  await scrolls(page, (position) => position > 3);
});

test('only cards in view are in the feed, however far it scrolls', async () => {
  const page = await deck.open();
  const { x, y } = await centreOf(feed(page));
  await page.mouse.move(x, y);
  for (let i = 0; i < 30; i += 1) await page.mouse.wheel(0, 4000);
  await eventually(async () => assert.ok((await titles(page)).includes(`Card number ${BIG_PAPERS} of the big deck`)));
  assert.ok(await feed(page).getByRole('article').count() < 20);
});

test('Ctrl and wheel are the browser’s zoom', async () => {
  const page = await deck.open();
  const prevented = await page.evaluate(() => {
    const event = new WheelEvent('wheel', { deltaY: 100, ctrlKey: true, bubbles: true, cancelable: true });
    document.getElementById('canvas').dispatchEvent(event);
    return event.defaultPrevented;
  });
  assert.equal(prevented, false);
  assert.equal(await firstPosition(page), 1);
});

test('what lies under the pointer is drawn as hovered, until the pointer leaves the page', async () => {
  const page = await deck.open();
  const link = linkInView(page);
  const { x, y, width, height } = await link.boundingBox();
  const look = () => page.screenshot({ clip: { x: x - 2, y: y - 2, width: width + 4, height: height + 4 } });
  const before = await look();
  await page.mouse.move(x + width / 2, y + height / 2);
  await eventually(async () => assert.notDeepEqual(await look(), before));
  // Out of the window, as browsers tell it: the last element is left, for no other.
  await page.evaluate(() => document.getElementById('app').dispatchEvent(new MouseEvent('mouseleave', { clientX: -1, clientY: 300 })));
  await eventually(async () => assert.deepEqual(await look(), before));
});

test('a press on the canvas leaves the search field', async () => {
  const page = await deck.open();
  await searchBox(page).click();
  assert.ok(await searchBox(page).evaluate((element) => element === document.activeElement));
  const { x, y } = await centreOf(feed(page));
  await page.mouse.click(x, y);
  assert.ok(await searchBox(page).evaluate((element) => element !== document.activeElement));
});

// ---- Touch, through the browser's own input path

async function openWithTouch() {
  const page = await deck.open({ hasTouch: true, viewport: { width: 390, height: 844 }, isMobile: true });
  const session = await page.context().newCDPSession(page);
  const send = (type, ...points) => session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  const drag = async (from, to) => {
    await send('touchStart', from);
    for (let i = 1; i <= 10; i += 1) {
      await send('touchMove', { x: from.x, y: from.y + ((to.y - from.y) * i) / 10 });
    }
    await send('touchEnd');
  };
  return { page, send, drag };
}

test('a finger scrolls the list', async () => {
  const { page, drag } = await openWithTouch();
  const { x, y } = await centreOf(feed(page));
  await drag({ x: x + 120, y: y + 200 }, { x: x + 120, y: y - 250 });
  await scrolls(page, (position) => position > 1);
});

test('a finger that begins on a link scrolls, and does not open it', async () => {
  const { page, drag } = await openWithTouch();
  let hasOpened = false;
  page.on('popup', () => { hasOpened = true; });
  const from = await centreOf(linkInView(page));
  await drag(from, { x: from.x, y: from.y - 300 });
  await scrolls(page, (position) => position > 1);
  assert.equal(hasOpened, false);
});

test('a tap on a link opens it', async () => {
  const { page } = await openWithTouch();
  await page.context().route('https://arxiv.org/**', (route) => route.fulfill({ body: 'a paper' }));
  const [tab] = await Promise.all([page.waitForEvent('popup'), linkInView(page).tap()]);
  await tab.waitForURL(/^https:\/\/arxiv\.org\//);
});

test('a tap on a card opens the paper once', async () => {
  const { page } = await openWithTouch();
  const box = await feed(page).getByRole('heading', { level: 2 }).first().boundingBox();
  await page.touchscreen.tap(box.x + 40, box.y + 8);
  await detail(page).waitFor();
  assert.match(await detail(page).textContent(), /Card number 1 /);
});

test('a tap beside the search field leaves it, so that the phone’s keyboard goes away', async () => {
  const { page, drag } = await openWithTouch();
  await searchBox(page).tap();
  assert.ok(await searchBox(page).evaluate((element) => element === document.activeElement));
  const { x, y } = await centreOf(feed(page));
  await drag({ x: x + 120, y }, { x: x + 120, y: y - 60 });
  assert.ok(await searchBox(page).evaluate((element) => element !== document.activeElement));
});

test('a touch whose link scrolled out of view ends, and the next one works', async () => {
  const { page, drag } = await openWithTouch();
  const from = await centreOf(feed(page).getByRole('link', { name: 'PDF' }).first());
  await drag(from, { x: from.x, y: from.y - 1500 });
  await settled(page);
  const position = await firstPosition(page);
  const { x, y } = await centreOf(feed(page));
  await drag({ x: x + 120, y: y + 200 }, { x: x + 120, y: y - 200 });
  await scrolls(page, (now) => now > position);
});

test('two fingers zoom the page and leave no finger behind', async () => {
  const { page, send, drag } = await openWithTouch();
  const { x, y } = await centreOf(feed(page));
  const box = () => feed(page).getByRole('heading', { level: 2 }).nth(1).evaluate((element) => element.getBoundingClientRect().toJSON());
  const before = await box();
  const two = (apart) => [{ id: 0, x, y: y - apart }, { id: 1, x, y: y + apart }];
  await send('touchStart', two(40)[0]);
  await send('touchStart', ...two(40));
  for (let apart = 50; apart <= 160; apart += 10) await send('touchMove', ...two(apart));
  await send('touchEnd');
  await eventually(async () => assert.ok(await page.evaluate(() => window.visualViewport.scale) > 1.2));
  assert.deepEqual(await box(), before, 'the list stays where it is');
  await settled(page);
  // One finger scrolls again: neither of the two is thought to be still there.
  await drag({ x: 200, y: 500 }, { x: 200, y: 100 });
  await scrolls(page, (position) => position > 1);
});

test('filters that are scrolled out of sight do not lie over the search field', async () => {
  const page = await deck.open({ viewport: { width: 390, height: 320 }, hasTouch: true, isMobile: true });
  await page.getByRole('button', { name: 'Filters', exact: true }).click();
  const filters = page.getByRole('region', { name: 'Filters', exact: true });
  await filters.waitFor();
  await settled(page);
  const before = await page.getByRole('checkbox', { name: 'Maths' }).boundingBox();
  const { x, y } = await centreOf(filters);
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, 2000);
  await eventually(async () => assert.ok((await page.getByRole('checkbox', { name: 'Maths' }).boundingBox()).y < before.y - 50));
  const over = await page.evaluate(() => {
    const box = document.querySelector('input[type=search]').getBoundingClientRect();
    const found = [];
    for (let at = 1; at < 10; at += 1) found.push(document.elementFromPoint(box.x + (box.width * at) / 10, box.y + box.height / 2).type);
    return found;
  });
  assert.deepEqual(new Set(over), new Set(['search']));
});
