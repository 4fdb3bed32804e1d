// Characters that the bundled fonts lack come from the system's fonts, and nothing is downloaded for them. The machine
// needs a font with Chinese and Korean and one of emoji (tests/run.sh installs them).
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { digest } from './digests.mjs';
import { measure, pixelsOf, readPng } from './png.mjs';
import { detail, feed, search, searchBox, settled, stats, titles, useDeck } from './site.mjs';

const CHINESE = '基于深度学习的图像分割综述';
const KOREAN = '심층 학습을 이용한 영상 분할 연구';
const ARABIC = 'ترجمة آلية عصبية';

const paper = (title, i, abstract = 'Plain words.') => ({ id: `2103.${String(8001 + i).padStart(5, '0')}`, title, abstract });
const digestOf = (...names) => ({ '2021-03-11.cs.CL.md': digest('cs.CL', 'Thu, 11 Mar 2021', names.map((title, i) => paper(title, i))) });
const deck = useDeck({});

/** A page whose cards have these titles, in this order. */
async function open(names, options = {}) {
  deck.site.setDigests(digestOf(...names));
  return deck.open({ viewport: { width: 1440, height: 1600 }, ...options });
}

const headings = (page) => feed(page).getByRole('heading', { level: 2 });

/** The picture of each title, from the left edge on: all of one size. */
async function pictures(page, width_px = 120) {
  const boxes = await headings(page).evaluateAll((list) => list.map((element) => element.getBoundingClientRect().toJSON()));
  const found = [];
  for (const { x, y } of boxes) {
    const png = readPng(await page.screenshot({ clip: { x, y, width: width_px, height: 24 } }));
    found.push(png);
  }
  return found;
}

/** Alike for pictures that are alike. */
function hashOf(png) {
  const hash = createHash('sha256');
  for (let y = 0; y < png.height; y += 1) for (let x = 0; x < png.width; x += 1) hash.update(Uint8Array.from(png.at(x, y)));
  return hash.digest('hex');
}
const hasInk = (png) => measure(png).deviation > 12;

function colorful(png) {
  let most = 0;
  for (let y = 0; y < png.height; y += 1) {
    for (let x = 0; x < png.width; x += 1) most = Math.max(most, Math.max(...png.at(x, y)) - Math.min(...png.at(x, y)));
  }
  return most;
}

/** x of the last column with ink. */
function inkEnd(png) {
  const paper_color = png.at(png.width - 1, 0).join();
  for (let x = png.width - 1; x >= 0; x -= 1) {
    for (let y = 0; y < png.height; y += 1) if (png.at(x, y).join() !== paper_color) return x;
  }
  return -1;
}

test('titles in Chinese, Japanese, Korean and mathematical letters are drawn, each unlike the others and unlike a missing glyph', async () => {
  const names = ['中中中中', '国国国国', '漢漢漢漢', '한한한한', '글글글글', 'ひひひひ', 'カカカカ', '𝔈𝔈𝔈𝔈', '\u0378\u0378\u0378\u0378'];
  const page = await open(names);
  assert.deepEqual(await titles(page), names);
  const found = await pictures(page);
  for (const [i, png] of found.entries()) assert.ok(hasInk(png), `${names[i]} looks blank`);
  assert.equal(new Set(found.map(hashOf)).size, names.length, 'two of them look alike');
  assert.equal(deck.site.requests.filter((path) => /font|otf|ttf|woff/.test(JSON.stringify(path))).length, 0);
});

for (const [language, title] of Object.entries({ Chinese: CHINESE, Korean: KOREAN })) {
  test(`a digest in ${language} shows its titles letter by letter`, async () => {
    const page = await open([title, title.slice(0, -1), [...title].reverse().join('')]);
    const [whole, shorter, reversed] = await pictures(page, 320);
    assert.ok(hasInk(whole));
    const letter_px = inkEnd(whole) - inkEnd(shorter);
    assert.ok(letter_px > 8 && letter_px < 24, `the last letter is ${letter_px} px wide`);
    assert.notEqual(hashOf(whole), hashOf(reversed));
  });
}

test('an ideograph is as wide as the em square, in titles and in what is laid out behind it', async () => {
  const page = await open(['中', '中中中中中中中中中中中']);
  const [one, eleven] = await pictures(page, 320);
  const size_px = (inkEnd(eleven) - inkEnd(one)) / 10;
  assert.ok(size_px > 14 && size_px < 20, `${size_px} px`);
});

test('titles are bolder than abstracts also where the system draws them', async () => {
  deck.site.setDigests({ '2021-03-11.cs.CL.md': digest('cs.CL', 'Thu, 11 Mar 2021', [paper('学'.repeat(12), 0, '学'.repeat(12))]) });
  const page = await deck.open();
  // Ink against the square of the size.
  const weight = async (locator) => {
    const { x, y } = await locator.boundingBox();
    const png = readPng(await page.screenshot({ clip: { x, y, width: 320, height: 24 } }));
    return (255 - measure(png).mean) / inkEnd(png) ** 2;
  };
  const title = await weight(headings(page).first());
  const abstract = await weight(feed(page).getByRole('article').getByRole('paragraph').first());
  assert.ok(title > 1.2 * abstract, `title ${title}, abstract ${abstract}`);
});

test('emoji have their colours', async () => {
  const [emoji, words] = await pictures(await open(['😀😀😀', 'abc']));
  assert.ok(colorful(emoji) > 80, `emoji: ${colorful(emoji)}`);
  assert.ok(colorful(words) < 40, `words: ${colorful(words)}`);
});

test('joiners, variation selectors, direction marks and controls leave no trace', async () => {
  const found = await pictures(await open(['abcdef', 'a\u200db\ufe0fc\u200ed\u2060e\u{e0001}f', 'a\u00adb\u034fc\u0001d\u007fef']));
  assert.deepEqual(found.map(hashOf), Array(3).fill(hashOf(found[0])));
});

test('a combining mark stands over its letter and takes no room', async () => {
  const found = await pictures(await open(['nene', 'ne\u0301ne\u0301', 'ne\u0303ne\u0303', 'NENE', 'NE\u0301NE\u0301']));
  assert.equal(new Set(found.map(hashOf)).size, 5);
  assert.equal(inkEnd(found[1]), inkEnd(found[0]));
  assert.equal(inkEnd(found[4]), inkEnd(found[3]));
});

test('a character that no font has shows as a box, and a mark that no font has as nothing', async () => {
  const [missing, other, far, privates, none, mark] = await pictures(await open(['x\u0378x', 'x\u0379x', 'x\u{10fffe}x', 'x\u{f0000}x', 'xx', 'x\u{1e131}x']));
  assert.equal(hashOf(missing), hashOf(other));
  assert.equal(hashOf(missing), hashOf(far));
  assert.equal(hashOf(missing), hashOf(privates));
  assert.notEqual(hashOf(missing), hashOf(none));
  assert.ok(inkEnd(missing) > inkEnd(none) + 5);
  assert.equal(hashOf(mark), hashOf(none));
});

test('text that the program cannot shape is whole in the mirror', async () => {
  const page = await open([ARABIC]);
  assert.deepEqual(await titles(page), [ARABIC]);
  assert.ok(hasInk((await pictures(page))[0]));
});

test('a query in Chinese can be seen in the field and finds its paper', async () => {
  const page = await open([CHINESE, KOREAN]);
  await search(page, '深度学习');
  assert.deepEqual(await titles(page), [CHINESE]);
  assert.ok(hasInk(await pixelsOf(page, searchBox(page))));
});

test('four thousand different ideographs at scale 2 pass by, and all is drawn as before', async () => {
  const papers = Array.from({ length: 10 }, (_, i) => paper(`第${i + 1}篇`, i,
    Array.from({ length: 400 }, (__, j) => String.fromCodePoint(0x4e00 + 400 * i + j)).join('')));
  deck.site.setDigests({ '2021-03-11.cs.CL.md': digest('cs.CL', 'Thu, 11 Mar 2021', papers) });
  const page = await deck.open({ deviceScaleFactor: 2, colorScheme: 'light', viewport: { width: 1200, height: 700 } });
  const glance = async () => {
    await settled(page);
    const { x, y, width } = await detail(page).boundingBox();
    return readPng(await page.screenshot({ clip: { x, y, width, height: 300 } }));
  };
  const first = await glance();
  for (let i = 1; i < papers.length; i += 1) {
    await page.keyboard.press('j');
    await settled(page);
    if (i % 3 !== 0) continue;
    const { mean, deviation } = measure(await glance());
    assert.ok(mean > 180 && deviation > 20, `paper ${i + 1} has mean ${mean.toFixed()} and deviation ${deviation.toFixed()}`);
  }
  for (let i = 1; i < papers.length; i += 1) await page.keyboard.press('k');
  const last = await glance();
  const differing = [];
  for (let y = 0; y < first.height; y += 1) {
    for (let x = 0; x < first.width; x += 1) {
      const difference = Math.abs(first.at(x, y)[0] - last.at(x, y)[0]);
      if (difference >= 8) differing.push({ x, y, difference });
    }
  }
  // Places in the atlas differ, and with them the last digit of what lies between two pixels; a glyph that is wrong or missing
  // differs by more than 100 in hundreds of pixels. Once in many runs the most was 26, of which nobody knows the cause.
  const most = Math.max(0, ...differing.map(({ difference }) => difference));
  assert.ok(most < 48 && differing.length < 40, `${differing.length} pixels differ, by ${most} at most: ${JSON.stringify(differing.slice(0, 40))}`);
});

test('very many ideographs that come into sight at once are drawn over several frames, all of them in the end', async () => {
  const abstract = Array.from({ length: 2000 }, (_, i) => String.fromCodePoint(0x5000 + i)).join('');
  deck.site.setDigests({ '2021-03-11.cs.CL.md': digest('cs.CL', 'Thu, 11 Mar 2021', [paper('Few', 0, '一'), paper('Many', 1, abstract)]) });
  const page = await deck.open({ viewport: { width: 1440, height: 2200 } });
  const { frames } = await stats(page);
  await page.keyboard.press('j');
  await settled(page);
  const drawn = (await stats(page)).frames - frames;
  assert.ok(drawn > 6, `${drawn} frames`);
  const { x, y, width, height } = await detail(page).locator('p').filter({ hasText: abstract.slice(0, 9) }).boundingBox();
  const lines = Math.floor(height / 23);
  assert.ok(lines > 50);
  for (let line = 0; line < lines; line += 1) {
    const png = readPng(await page.screenshot({ clip: { x, y: y + line * 23, width: line === lines - 1 ? 14 : width - 16, height: 23 } }));
    assert.ok(hasInk(png), `line ${line + 1} of ${lines}`);
  }
});
