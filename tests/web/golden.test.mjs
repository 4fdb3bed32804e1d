// Eight pages as they are meant to look, in small: shrunk pictures of the site's own sample, compared with some tolerance,
// so that a letter that moves by a pixel passes and a panel that is gone does not. After a change that is meant:
//   UPDATE_GOLDEN=1 node --test golden.test.mjs      and look at the pictures before committing them.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readPng, shrunk, writePng } from './png.mjs';
import { button, search, settled, useDeck } from './site.mjs';

const kFolder = fileURLToPath(new URL('golden/', import.meta.url));
const kShrink = 6;
const kMean = 3;          // mean difference of a channel, 0 to 255
const kFar = 48;          // a pixel that is off by as much …
const kMostFar = 0.01;    // … is one of at most this share

const DESKTOP = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const PAGES = {
  'desktop-light': { options: DESKTOP },
  'desktop-dark': { options: { ...DESKTOP, colorScheme: 'dark' }, act: (page) => search(page, 'video has:code') },
  'desktop-contrast': { options: { ...DESKTOP, contrast: 'more' } },
  'tablet': { options: { viewport: { width: 820, height: 1180 }, hasTouch: true, isMobile: true } },
  'phone-list': { options: PHONE },
  'phone-paper': { options: { ...PHONE, colorScheme: 'dark' }, act: async (page) => { for (const key of ['j', 'j', 'Enter']) { await page.keyboard.press(key); await settled(page); } } },
  'empty': { options: DESKTOP, act: (page) => search(page, 'has:code zebra') },
  'view': { options: DESKTOP, act: (page) => button(page, 'View').click() },
};

const deck = useDeck();

function compare(actual, expected) {
  assert.deepEqual([actual.width, actual.height], [expected.width, expected.height]);
  let sum = 0, far = 0;
  for (let y = 0; y < actual.height; y += 1) {
    for (let x = 0; x < actual.width; x += 1) {
      const [a, b] = [actual.at(x, y), expected.at(x, y)];
      const apart = a.map((value, i) => Math.abs(value - b[i]));
      sum += apart[0] + apart[1] + apart[2];
      if (Math.max(...apart) > kFar) far += 1;
    }
  }
  const count = actual.width * actual.height;
  return { mean: sum / count / 3, far: far / count };
}

for (const [name, { options, act }] of Object.entries(PAGES)) {
  test(`${name} looks as it is meant to`, async () => {
    deck.site.answers.clear();
    const page = await deck.open(options);
    if (act) await act(page);
    await settled(page);
    // The time of a query is in the status, and never the same.
    const picture = shrunk(readPng(await page.screenshot()), kShrink);
    const file = `${kFolder}${name}.png`;
    if (process.env.UPDATE_GOLDEN) {
      mkdirSync(kFolder, { recursive: true });
      writeFileSync(file, writePng(picture));
      return;
    }
    assert.ok(existsSync(file), `${file} is missing: make it with UPDATE_GOLDEN=1`);
    const { mean, far } = compare(picture, readPng(readFileSync(file)));
    assert.ok(mean <= kMean && far <= kMostFar, `differs by ${mean.toFixed(2)} in the mean, ${(far * 100).toFixed(2)} % of it by more than ${kFar}`);
  });
}
