// What only pixels tell: text is there, light and dark differ, the canvas is as sharp as the screen, and a GL context that
// is lost comes back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FEDERATED, PAPERS } from './digests.mjs';
import { measure, pixelsOf, readPng } from './png.mjs';
import { button, card, eventually, feed, filter, isStatus, search, searchBox, settled, stats, useDeck } from './site.mjs';

const deck = useDeck();

const titleOf = (page) => card(page, FEDERATED).getByRole('heading', { level: 2 });
const wholePage = async (page) => measure(readPng(await page.screenshot()));
const theme = (page) => page.evaluate(() => document.documentElement.dataset.theme);

async function hasInk(page, locator, what) {
  const { deviation } = measure(await pixelsOf(page, locator));
  assert.ok(deviation > 12, `${what} looks blank: deviation ${deviation.toFixed(1)}`);
}

test('title, abstract, links, filters and status can be seen', async () => {
  const page = await deck.open();
  await hasInk(page, titleOf(page), 'the title');
  await hasInk(page, card(page, FEDERATED).getByRole('link', { name: 'PDF' }), 'the link');
  await hasInk(page, filter(page, 'Category', 'cs.CV'), 'the filter');
  await hasInk(page, page.getByRole('status'), 'the status');
  await search(page, 'zebra');
  await hasInk(page, searchBox(page), 'the search text');
});

test('nothing of the mirror itself shows', async () => {
  const page = await deck.open();
  const before = await page.screenshot();
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('#mirror > *')) if (element.tagName !== 'INPUT') element.style.visibility = 'hidden';
  });
  const after = readPng(await page.screenshot());
  const png = readPng(before);
  let different = 0;
  for (let y = 0; y < png.height; y += 3) {
    for (let x = 0; x < png.width; x += 3) if (png.at(x, y).join() !== after.at(x, y).join()) different += 1;
  }
  assert.equal(different, 0);
});

test('light and dark follow the system, also while the page is open', async () => {
  const page = await deck.open({ colorScheme: 'light' });
  const light = await wholePage(page);
  assert.equal(await theme(page), 'light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await eventually(async () => assert.equal(await theme(page), 'dark'));
  await settled(page);
  const dark = await wholePage(page);
  assert.ok(light.mean > 200, `light has mean ${light.mean}`);
  assert.ok(dark.mean < 60, `dark has mean ${dark.mean}`);
  await hasInk(page, titleOf(page), 'the title in the dark');
});

test('the button “Theme” switches, and the choice outlives a reload', async () => {
  const page = await deck.open({ colorScheme: 'light' });
  await button(page, 'Theme').click();
  await settled(page);
  assert.equal(await theme(page), 'dark');
  assert.ok((await wholePage(page)).mean < 60);
  await deck.reload(page);
  assert.equal(await theme(page), 'dark');
  assert.ok((await wholePage(page)).mean < 60);
  const color = await page.locator('meta[name=theme-color]').first().getAttribute('content');
  assert.equal(color, '#19191c');
});

for (const ratio of [1, 1.5, 2, 3]) {
  test(`the canvas has every pixel of a screen with devicePixelRatio ${ratio}`, async () => {
    const page = await deck.open({ deviceScaleFactor: ratio, viewport: { width: 800, height: 600 } });
    const size = await page.evaluate(() => [document.getElementById('canvas').width, document.getElementById('canvas').height]);
    assert.deepEqual(size, [800 * ratio, 600 * ratio]);
    await hasInk(page, titleOf(page), 'the title');
  });
}

test('a resized window is drawn at its new size', async () => {
  const page = await deck.open();
  await page.setViewportSize({ width: 900, height: 640 });
  await eventually(async () => {
    await settled(page);
    assert.equal(await page.evaluate(() => document.getElementById('canvas').width), 900);
    const box = await feed(page).boundingBox();
    assert.ok(box.x + box.width <= 900, JSON.stringify(box));
  });
  await hasInk(page, titleOf(page), 'the title');
});

test('a phone has no sideways scrolling and no control under 24 px', async () => {
  const page = await deck.open({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
  const boxes = await page.locator('#mirror :is(a, button, input, select)').evaluateAll((list) => list
    .map((element) => ({ name: element.getAttribute('aria-label') || element.textContent, ...element.getBoundingClientRect().toJSON() })));
  for (const box of boxes) {
    assert.ok(box.left >= -1 && box.right <= 361, `${box.name} sticks out: ${box.left} to ${box.right}`);
    assert.ok(box.height >= 24, `${box.name} is ${box.height} px high`);
  }
});

// The field's text is DOM, the chip behind a filter is drawn: they meet only where both measure alike.
for (const [what, options] of Object.entries({
  'a desktop': {},
  'a phone': { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } },
})) {
  test(`on ${what} the chip behind a filter is as long as its text`, async () => {
    const page = await deck.open(options);
    await search(page, 'cat:cs.CV');
    const text_px = await searchBox(page).evaluate((element) => {
      const context = document.createElement('canvas').getContext('2d');
      const { fontSize, fontFamily } = getComputedStyle(element);
      context.font = `${fontSize} ${fontFamily}`;
      context.fontKerning = 'none';
      return context.measureText(element.value).width;
    });
    const png = await pixelsOf(page, searchBox(page));
    const row = Math.round(png.height / 2) + 9;   // below the letters, inside the chip
    const background = png.at(png.width - 2, row).join();
    let chip_px = 0;
    while (png.at(chip_px, row).join() !== background) chip_px += 1;
    assert.ok(Math.abs(chip_px - 1.5 - text_px) < 2, `the chip ends at ${chip_px - 1.5} px, its text at ${text_px.toFixed(1)} px`);
  });
}

test('a lost GL context comes back, and all goes on', async () => {
  const page = await deck.open();
  const before = measure(await pixelsOf(page, titleOf(page)));
  await page.evaluate(() => {
    window.loss = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
    window.loss.loseContext();
  });
  await page.waitForTimeout(300);
  await page.evaluate(() => window.loss.restoreContext());
  await page.waitForTimeout(300);
  await settled(page);
  const after = measure(await pixelsOf(page, titleOf(page)));
  assert.ok(Math.abs(after.mean - before.mean) < 1 && Math.abs(after.deviation - before.deviation) < 1, JSON.stringify({ before, after }));
  await search(page, 'zebra');
  await isStatus(page, `1 of ${PAPERS} papers`);
  const { frames } = await stats(page);
  await page.waitForTimeout(500);
  assert.equal((await stats(page)).frames, frames);
});
