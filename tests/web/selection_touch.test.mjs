// Selecting text on the canvas by touch, through the browser's own input path.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DIGESTS, SECOND, TITLE, copied, heading, pointOf, text } from './selection.mjs';
import { button, detail, eventually, feed, settled, useDeck } from './site.mjs';

const deck = useDeck(DIGESTS);

async function openWithTouch() {
  const context = await deck.context({ hasTouch: true, viewport: { width: 390, height: 844 }, isMobile: true, deviceScaleFactor: 2 });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(deck.site.url).origin });
  const page = await deck.open({ context });
  const session = await context.newCDPSession(page);
  const send = (type, ...points) => session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  const press = async (point) => {
    await send('touchStart', point);
    await page.waitForTimeout(800);
    await send('touchEnd');
    await settled(page);
  };
  // With a rest before it is lifted, the list stays where the finger let go.
  const move = async (from, to, rest_ms = 0) => {
    await send('touchStart', from);
    for (let i = 1; i <= 8; i += 1) {
      await send('touchMove', { x: from.x + ((to.x - from.x) * i) / 8, y: from.y + ((to.y - from.y) * i) / 8 });
    }
    if (rest_ms > 0) await page.waitForTimeout(rest_ms);
    await send('touchEnd');
    await settled(page);
  };
  return { page, send, press, move };
}

const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());
const copyButton = (page) => button(page, 'Copy');
const handles = (page) => page.locator('#mirror > span');

test('a long press selects a word, and Copy beside it puts it on the clipboard', async () => {
  const { page, press } = await openWithTouch();
  await press(await pointOf(heading(page, TITLE), 30));
  await copyButton(page).waitFor();
  assert.equal(await detail(page).count(), 0, 'the card is not opened');
  await copyButton(page).tap();
  await settled(page);
  assert.equal(await clipboard(page), 'Over-smoothing');
  assert.equal(await copyButton(page).count(), 0, 'what is copied is no longer selected');
});

test('a handle extends what a long press selected', async () => {
  const { page, press, move } = await openWithTouch();
  const title = heading(page, TITLE);
  await press(await pointOf(title, 30));
  assert.equal(await handles(page).count(), 2);
  const box = await handles(page).nth(1).boundingBox();
  assert.ok(box.width >= 44 && box.height >= 44);
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await move(from, { x: (await pointOf(title, -1)).x, y: from.y });
  assert.equal(await detail(page).count(), 0);
  assert.ok((await copied(page)).startsWith('Over-smoothing in deep decks'));
});

test('a long press that moves on selects by words and scrolls nothing', async () => {
  const { page, send } = await openWithTouch();
  const title = heading(page, TITLE);
  const from = await pointOf(title, 30);
  const before = await title.boundingBox();
  await send('touchStart', from);
  await page.waitForTimeout(800);
  for (let i = 1; i <= 8; i += 1) await send('touchMove', { x: from.x + 13 * i, y: from.y + 4 * i });
  await settled(page);
  await send('touchEnd');
  assert.ok((await copied(page)).startsWith('Over-smoothing in'));
  assert.deepEqual(await title.boundingBox(), before);
});

test('a tap elsewhere ends the selection, and opens nothing', async () => {
  const { page, press } = await openWithTouch();
  await press(await pointOf(heading(page, TITLE), 30));
  await copyButton(page).waitFor();
  const { x, y } = await pointOf(heading(page, SECOND), 30);
  await page.touchscreen.tap(x, y);
  await eventually(async () => assert.equal(await copyButton(page).count(), 0));
  assert.equal(await detail(page).count(), 0);
  await page.touchscreen.tap(x, y);
  await detail(page).waitFor();
});

test('a finger that scrolls selects nothing, and a selection outlives it', async () => {
  const { page, press, move } = await openWithTouch();
  const from = await pointOf(text(page, 'Words upon').first(), 60);
  await move(from, { x: from.x, y: from.y - 150 }, 300);
  assert.equal(await copied(page), '');
  await press(await pointOf(heading(page, SECOND), 20));
  // Far from the handles, which a finger would take hold of, and fast: on a busy machine a slow one rests.
  await move({ x: 350, y: 600 }, { x: 350, y: 480 });
  assert.equal(await copied(page), 'Another');
});

test('a long press beside the edge of the list selects a word and scrolls nothing', async () => {
  const { page, press, move } = await openWithTouch();
  const second = heading(page, SECOND);
  const from = await pointOf(text(page, 'Words upon').first(), 60);
  const top = (await feed(page).boundingBox()).y;
  await move(from, { x: from.x, y: from.y - ((await second.boundingBox()).y - top - 2) }, 300);
  const before = await second.boundingBox();
  assert.ok(before.y - top > -4 && before.y - top < 8, `${before.y - top} px below the edge`);
  await press(await pointOf(second, 20));
  assert.deepEqual(await second.boundingBox(), before);
  assert.equal(await copied(page), 'Another');
});

/** A touch whose events all come before the next frame does, as on a machine that is busy: `rest_ms` before the lift. */
const touchBetweenFrames = (page, points, rest_ms) => page.evaluate(([path, rest]) => {
  const canvas = document.getElementById('canvas');
  const tell = (type, { x, y }) => {
    const touch = new Touch({ identifier: 1, target: canvas, clientX: x, clientY: y });
    const there = type === 'touchend' ? [] : [touch];
    canvas.dispatchEvent(new TouchEvent(type, { cancelable: true, touches: there, targetTouches: there, changedTouches: [touch] }));
  };
  tell('touchstart', path[0]);
  for (const point of path.slice(1)) tell('touchmove', point);
  const end = performance.now() + rest;
  while (performance.now() < end);
  tell('touchend', path.at(-1));
}, [points, rest_ms]);

test('a flick that is over before a frame comes scrolls the list, opens nothing and leaves the selection', async () => {
  const { page, press } = await openWithTouch();
  await press(await pointOf(heading(page, TITLE), 30));
  const { x, y } = await pointOf(text(page, 'Words upon').first(), 60);
  const before = await text(page, 'Words upon').first().boundingBox();
  await touchBetweenFrames(page, [{ x, y }, { x, y: y - 40 }, { x, y: y - 80 }], 0);
  await settled(page);
  const after = await text(page, 'Words upon').first().boundingBox();
  assert.ok(before.y - after.y >= 80, `scrolled by ${before.y - after.y} px`);
  assert.equal(await detail(page).count(), 0);
  assert.equal(await copied(page), 'Over-smoothing');
});

test('a long press that is over before a frame comes selects, and a short one opens', async () => {
  const { page } = await openWithTouch();
  await touchBetweenFrames(page, [await pointOf(heading(page, TITLE), 30)], 700);
  await settled(page);
  assert.equal(await detail(page).count(), 0);
  assert.equal(await copied(page), 'Over-smoothing');
  await touchBetweenFrames(page, [{ x: 350, y: 700 }], 0);
  await settled(page);
  assert.equal(await copied(page), '', 'a tap elsewhere ends the selection');
  await touchBetweenFrames(page, [await pointOf(heading(page, TITLE), 30)], 100);
  await detail(page).waitFor();
});

test('only a press that selects text takes the long press from the system’s menu', async () => {
  const { page, send } = await openWithTouch();
  const isTaken = () => page.evaluate(() => {
    const event = new Event('contextmenu', { cancelable: true, bubbles: true });
    document.getElementById('canvas').dispatchEvent(event);
    return event.defaultPrevented;
  });
  await send('touchStart', await pointOf(heading(page, TITLE), 30));
  await page.waitForTimeout(800);
  assert.equal(await isTaken(), true);
  await send('touchEnd');
  await settled(page);
  assert.equal(await isTaken(), false);
});
