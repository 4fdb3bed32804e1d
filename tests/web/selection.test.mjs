// Selecting text on the canvas by mouse and keys, and copying it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ABSTRACT, DIGESTS, LONG, SECOND, TITLE, click, copied, drag, heading, isOpen, pointOf, text } from './selection.mjs';
import { button, detail, eventually, search, searchBox, settled, stats, useDeck } from './site.mjs';

const deck = useDeck(DIGESTS);

test('a drag selects the text it goes over, and opens no card', async () => {
  const page = await deck.open();
  const title = heading(page, SECOND);
  await drag(page, await pointOf(title, 1), await pointOf(title, -1));
  assert.equal(await copied(page), SECOND);
  assert.ok(await isOpen(page, TITLE), 'the first card is still the one shown');
});

test('a drag that is over before a frame comes selects as well, and opens nothing', async () => {
  const page = await deck.open();
  const path = [await pointOf(heading(page, SECOND), 1), await pointOf(heading(page, SECOND), -1)];
  await page.evaluate((points) => {
    const canvas = document.getElementById('canvas');
    const tell = (type, { x, y }) => canvas.dispatchEvent(new MouseEvent(type,
      { clientX: x, clientY: y, button: 0, buttons: 1, bubbles: true, cancelable: true }));
    tell('mousemove', points[0]);
    tell('mousedown', points[0]);
    tell('mousemove', points[1]);
    tell('mouseup', points[1]);
  }, path);
  await settled(page);
  assert.equal(await copied(page), SECOND);
  assert.ok(await isOpen(page, TITLE), 'the first card is still the one shown');
});

test('a drag backwards selects the same', async () => {
  const page = await deck.open();
  const title = heading(page, SECOND);
  await drag(page, await pointOf(title, -1), await pointOf(title, 1));
  assert.equal(await copied(page), SECOND);
});

test('a drag selects part of a text, from glyph to glyph', async () => {
  const page = await deck.open();
  const title = heading(page, SECOND);
  await drag(page, await pointOf(title, 30), await pointOf(title, 120));
  const part = await copied(page);
  assert.ok(part.length > 5 && part.length < SECOND.length, part);
  assert.ok(SECOND.includes(part), part);
});

test('a copy has mathematics in its source and dollars as they are', async () => {
  const page = await deck.open();
  const abstract = text(page, 'It costs');
  await drag(page, await pointOf(abstract, 1), await pointOf(abstract, -1));
  assert.equal(await copied(page), ABSTRACT);
});

test('a drag from title to abstract takes the authors in between along, one field a line', async () => {
  const page = await deck.open();
  await search(page, 'grasping');
  await drag(page, await pointOf(heading(page, 'Grasping with authors'), 1), await pointOf(text(page, 'A hand'), -1));
  assert.equal(await copied(page), 'Grasping with authors\nAda One, Bob Two\nA hand is held.');
});

test('a drag over two cards takes the seen part of both', async () => {
  const page = await deck.open();
  await drag(page, await pointOf(heading(page, TITLE), 1), await pointOf(heading(page, 'Filler number 1'), -1));
  const [first, second, third, ...others] = (await copied(page)).split('\n\n');
  assert.equal(first, `${TITLE}\n${ABSTRACT}`);
  assert.ok(second.startsWith(`${SECOND}\nWords upon words`));
  assert.ok(second.length > 200 && second.length < LONG.length, 'the abstract as far as it is shown');
  assert.equal(third, 'Filler number 1');
  assert.deepEqual(others, []);
});

test('a double click selects a word, and opens the card once', async () => {
  const page = await deck.open();
  const { x, y } = await pointOf(heading(page, TITLE), 20);
  await page.mouse.dblclick(x, y);
  assert.equal(await copied(page), 'Over-smoothing');
  assert.ok(await isOpen(page, TITLE));
});

test('a double click on mathematics selects the formula', async () => {
  const page = await deck.open();
  const abstract = text(page, 'It costs');
  const box = await abstract.boundingBox();
  let found = '';
  for (let x = 60; x < 200 && !found.startsWith('$\\'); x += 12) {
    await page.mouse.dblclick(box.x + x, box.y + 10);
    found = await copied(page);
    await page.waitForTimeout(550);
  }
  assert.equal(found, '$\\alpha^2 \\leq 1$');
});

test('a triple click selects the paragraph, of a shortened abstract what is seen', async () => {
  const page = await deck.open();
  const whole = await pointOf(text(page, 'It costs'), 40);
  await click(page, whole, { clickCount: 3 });
  assert.equal(await copied(page), ABSTRACT);
  const cut = await pointOf(text(page, 'Words upon').first(), 40);
  await click(page, cut, { clickCount: 3 });
  const part = await copied(page);
  assert.ok(LONG.startsWith(part) && part.length > 200 && part.length < LONG.length - 100, part);
});

test('Shift and a click extend the selection', async () => {
  const page = await deck.open();
  const title = heading(page, TITLE);
  const { x, y } = await pointOf(title, 20);
  await page.mouse.dblclick(x, y);
  const end = await pointOf(title, -1);
  await page.keyboard.down('Shift');
  await page.mouse.click(end.x, end.y);
  await page.keyboard.up('Shift');
  assert.equal(await copied(page), TITLE);
});

test('a double click and a drag go on by words', async () => {
  const page = await deck.open();
  const { x, y } = await pointOf(heading(page, TITLE), 20);
  await page.mouse.click(x, y);
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.move(x + 90, y);
  await page.mouse.move(x + 125, y);
  await settled(page);
  await page.mouse.up({ clickCount: 2 });
  assert.match(await copied(page), /^Over-smoothing in( deep)?$/);
});

test('a click still opens the card, and ends the selection', async () => {
  const page = await deck.open();
  const title = heading(page, TITLE);
  await drag(page, await pointOf(title, 1), await pointOf(title, -1));
  await click(page, await pointOf(heading(page, SECOND), 20));
  assert.ok(await isOpen(page, SECOND));
  assert.equal(await copied(page), '');
});

test('Shift and arrows extend the selection: by characters, with Ctrl by words, by lines, and into the next text', async () => {
  const page = await deck.open();
  const { x, y } = await pointOf(heading(page, TITLE), 20);
  await page.mouse.dblclick(x, y);
  await settled(page);
  const after = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
    return copied(page);
  };
  assert.equal(await after('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight'), 'Over-smoothing in');
  assert.equal(await after('Control+Shift+ArrowRight'), 'Over-smoothing in deep');
  assert.equal(await after('Shift+ArrowLeft'), 'Over-smoothing in dee');
  assert.equal(await after('Control+Shift+ArrowLeft', 'Control+Shift+ArrowLeft'), 'Over-smoothing ');
  const below = await after('Shift+ArrowDown');
  assert.ok(below.startsWith(`${TITLE}\nIt costs`) && below.length < `${TITLE}\n${ABSTRACT}`.length, below);
  assert.ok(await isOpen(page, TITLE), 'no other card is chosen');
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('Shift+ArrowUp');
  assert.equal(await copied(page), '', 'back to the beginning of the title, where the selection began');
});

test('over a formula an arrow goes in one step', async () => {
  const page = await deck.open();
  const abstract = text(page, 'It costs');
  const { x, y } = await pointOf(abstract, 1);
  await page.mouse.dblclick(x, y);
  await settled(page);
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('Control+Shift+ArrowRight');
  assert.equal(await copied(page), 'It costs $5 where $\\alpha^2 \\leq 1$');
  await page.keyboard.press('Shift+ArrowLeft');
  assert.equal(await copied(page), 'It costs $5 where ');
});

test('Ctrl and A select all text of the paper beside the list', async () => {
  const page = await deck.open();
  await page.keyboard.press('Control+a');
  assert.equal(await copied(page), `${TITLE}\n${ABSTRACT}`);
  await page.keyboard.press('j');
  await page.keyboard.press('Control+a');
  assert.equal(await copied(page), `${SECOND}\n${LONG.trim()}`);
  await page.keyboard.press('Escape');
  assert.equal(await copied(page), '');
});

test('Ctrl and A select what the chosen card shows where no paper is open', async () => {
  const page = await deck.open({ viewport: { width: 800, height: 900 } });
  await page.keyboard.press('j');
  await page.keyboard.press('Control+a');
  const words = await copied(page);
  assert.ok(words.startsWith(`${SECOND}\nWords upon words`) && words.length > 200 && words.length < LONG.length, words);
});

test('Ctrl and A in the search field are the field’s', async () => {
  const page = await deck.open();
  await search(page, 'cards');
  await searchBox(page).press('Control+a');
  await page.keyboard.type('q');
  await settled(page);
  assert.equal(await searchBox(page).inputValue(), 'q');
  await searchBox(page).blur();
  assert.equal(await copied(page), '');
});

test('summaries, translation and comment can be selected below the abstract', async () => {
  const paper = { id: '2503.00001', title: 'Robots that fold', abstract: 'Two arms.', date: '2025-03-10', tldr: 'Arms fold $x^2$ shirts.',
    title_zh: '会叠衣服的机器人', abstract_zh: '两只手臂。', comment: '12 pages' };
  deck.site.setDigests({ 'x.jsonl': JSON.stringify(paper) });
  const page = await deck.open();
  const part = (words) => detail(page).locator('p').filter({ hasText: words });
  await drag(page, await pointOf(part('Arms fold'), 1), await pointOf(part('Arms fold'), -1));
  assert.equal(await copied(page), 'Arms fold $x^2$ shirts.');
  await drag(page, await pointOf(part('Two arms'), 40), await pointOf(part('12 pages'), -1));
  const words = (await copied(page)).split('\n');
  assert.ok('Two arms.'.endsWith(words[0]) && words[0].length > 2, words[0]);
  assert.deepEqual(words.slice(1), ['Arms fold $x^2$ shirts.', paper.title_zh, paper.abstract_zh, '12 pages']);
  const { x, y } = await pointOf(part('12 pages'), 20);
  await page.waitForTimeout(550);
  await page.mouse.dblclick(x, y);
  assert.equal(await copied(page), 'pages');
  await page.keyboard.press('Control+a');
  assert.equal(await copied(page), ['Robots that fold', 'Two arms.', 'Arms fold $x^2$ shirts.', paper.title_zh, paper.abstract_zh, '12 pages'].join('\n'));
});

test('Escape ends the selection', async () => {
  const page = await deck.open();
  const title = heading(page, TITLE);
  await drag(page, await pointOf(title, 1), await pointOf(title, -1));
  await page.keyboard.press('Escape');
  assert.equal(await copied(page), '');
});

test('a drag selects in the detail too, and ends with the paper', async () => {
  const page = await deck.open();
  const abstract = detail(page).locator('p').filter({ hasText: 'It costs' });
  await drag(page, await pointOf(abstract, 1), await pointOf(abstract, -1, -10));
  assert.equal(await copied(page), ABSTRACT);
  await page.keyboard.press('j');
  assert.equal(await copied(page), '');
});

test('the selection outlives scrolling and another width', async () => {
  const page = await deck.open();
  const title = heading(page, TITLE);
  await drag(page, await pointOf(title, 1), await pointOf(title, -1));
  await page.mouse.wheel(0, 4000);
  await eventually(async () => assert.equal(await title.count(), 0));
  assert.equal(await copied(page), TITLE);
  await page.setViewportSize({ width: 800, height: 700 });
  assert.equal(await copied(page), TITLE);
});

test('the selection ends when its paper is not among the results', async () => {
  const page = await deck.open();
  const title = heading(page, TITLE);
  await drag(page, await pointOf(title, 1), await pointOf(title, -1));
  await search(page, 'filler');
  await search(page, '');
  await searchBox(page).blur();
  assert.equal(await copied(page), '');
});

test('a selection dragged below the list scrolls it, and rests when let go', async () => {
  const page = await deck.open();
  const from = await pointOf(heading(page, TITLE), 1);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, 500);
  await page.mouse.move(from.x + 20, 899);
  await eventually(async () => assert.equal(await heading(page, TITLE).count(), 0));
  await page.mouse.up();
  const words = await copied(page);
  assert.ok(words.startsWith(`${TITLE}\n${ABSTRACT}\n\n${SECOND}\n`));
  const { frames } = await stats(page);
  await page.waitForTimeout(400);
  assert.equal((await stats(page)).frames, frames, 'nothing is drawn while nothing moves');
});

test('what is selected in a field is the browser’s to copy', async () => {
  const page = await deck.open();
  const title = heading(page, TITLE);
  await drag(page, await pointOf(title, 1), await pointOf(title, -1));
  await search(page, 'cards');
  await searchBox(page).selectText();
  assert.equal(await copied(page), '');
});

test('the pointer is a beam over text, and a hand over links', async () => {
  const page = await deck.open();
  const cursor = () => page.evaluate(() => document.getElementById('canvas').style.cursor);
  const over = async (point) => {
    await page.mouse.move(point.x, point.y);
    await settled(page);
  };
  await over(await pointOf(heading(page, TITLE), 20));
  await eventually(async () => assert.equal(await cursor(), 'text'));
  await over(await pointOf(heading(page, TITLE), -2));
  await eventually(async () => assert.notEqual(await cursor(), 'text'));
});

test('what is copied of a paper that is shown in translation is the translation', async () => {
  const paper = { id: '2503.00001', title: 'Robots that fold', abstract: 'Two arms.', title_zh: '会叠衣服的机器人', date: '2025-03-10' };
  deck.site.setDigests({ 'x.jsonl': JSON.stringify(paper) });
  const page = await deck.open();
  await drag(page, await pointOf(heading(page, paper.title), 1), await pointOf(heading(page, paper.title), -1));
  assert.equal(await copied(page), paper.title);
  await button(page, 'View').click();
  await page.getByRole('group', { name: 'Text', exact: true }).getByRole('button', { name: 'Translation' }).click();
  await settled(page);
  await page.keyboard.press('Escape');
  assert.equal(await copied(page), '', 'what was selected is gone with its text');
  await drag(page, await pointOf(heading(page, paper.title_zh), 1), await pointOf(heading(page, paper.title_zh), -1));
  assert.equal(await copied(page), paper.title_zh);
});
