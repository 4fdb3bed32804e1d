// What stands around the search field: what the search did, completion, recent queries, and answers about the search.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CODE, FEDERATED, INVOLUTION, PAPERS, ZEBRA } from './digests.mjs';
import { button, card, detail, eventually, isStatus, search, searchBox, settled, titles, useDeck } from './site.mjs';

const deck = useDeck();
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const notice = (page) => page.locator('[aria-live=polite]');
const list = (page) => page.getByRole('listbox', { name: 'Suggestions' });
const options = (page) => list(page).getByRole('option').allTextContents();
const query = (page) => searchBox(page).inputValue();
const dialog = (page, name) => page.getByRole('dialog', { name, exact: true });

async function press(page, ...keys) {
  for (const key of keys) {
    await page.keyboard.press(key);
    await settled(page);
  }
}

async function type(page, text) {
  await searchBox(page).focus();
  await page.keyboard.type(text);
  await settled(page);
}

const hasFocus = (page) => searchBox(page).evaluate((element) => document.activeElement === element);

/** The text of the option that the field names as the chosen one. */
const chosen = (page) => searchBox(page).evaluate((element) => {
  const option = document.getElementById(element.getAttribute('aria-activedescendant') ?? '');
  return option && option.getAttribute('aria-selected') === 'true' ? option.textContent : null;
});

// ---- What the search did

test('a misspelt word shows the nearest one and says so', async () => {
  const page = await deck.open();
  assert.equal(await notice(page).count(), 0);
  await search(page, 'zebrra ');
  assert.deepEqual(await titles(page), [ZEBRA]);
  assert.equal(await notice(page).textContent(), 'No match for “zebrra”: showing “zebra”.');
  await search(page, 'zebra');
  assert.equal(await notice(page).count(), 0);
});

test('a query with words is ordered by best match, only its last word stands for all that begin so', async () => {
  const page = await deck.open();
  const sort = page.getByRole('combobox', { name: 'Sort', exact: true });
  const order = () => sort.evaluate((element) => element.selectedOptions[0].label);
  assert.equal(await order(), 'As listed');
  await search(page, 'transf');
  assert.equal(await order(), 'Best match');
  assert.deepEqual((await titles(page)).sort(), [INVOLUTION, ZEBRA]);
  await search(page, '"transf" ');
  assert.deepEqual(await titles(page), []);
  await search(page, 'transformer');
  await sort.selectOption('Newest');
  await settled(page);
  assert.match(await query(page), /sort:newest/);
  await sort.selectOption('Best match');
  await settled(page);
  assert.equal((await query(page)).trim(), 'transformer');
});

test('an unknown field is searched as text and said to be', async () => {
  for (const device of [{}, PHONE]) {
    const page = await deck.open(device);
    await search(page, 'colour:red zebra');
    assert.match(await notice(page).textContent(), /No field “colour”/);
  }
});

test('a filter that is half typed leaves the papers and the page as they are, letter by letter', async () => {
  const page = await deck.open();
  await search(page, 'zebra ');
  for (const letter of 'has:cod') {
    await searchBox(page).press(letter);
    await settled(page);
    const typed = await query(page);
    // "ha" is a word that may still become a field.
    if (typed.includes(':')) assert.deepEqual(await titles(page), [ZEBRA], typed);
    assert.equal(await notice(page).count(), 0, typed);
  }
  await search(page, 'zebra has:cod ');
  assert.match(await notice(page).textContent(), /No filter “has:cod”/);
});

// ---- Completion

test('a field and its value are completed by keys, and Enter then searches', async () => {
  const page = await deck.open();
  await type(page, 'ca');
  assert.ok((await options(page)).includes('cat:'));
  assert.equal(await chosen(page), null);
  await press(page, 'ArrowDown');
  assert.equal(await chosen(page), 'cat:');
  await press(page, 'Enter');
  assert.equal(await query(page), 'cat:');
  assert.ok(await hasFocus(page));
  assert.deepEqual((await options(page)).sort(), ['cs.CV', 'cs.LG']);
  await type(page, 'cs.l');
  assert.deepEqual(await options(page), ['cs.LG']);
  await press(page, 'ArrowDown', 'Tab');
  assert.equal(await query(page), 'cat:cs.LG ');
  assert.equal(await list(page).count(), 0);
  await isStatus(page, `4 of ${PAPERS} papers`);
  await press(page, 'Enter');
  assert.ok(!await hasFocus(page));
});

test('Up and Down go around, Escape shuts the list and then leaves the field, typing goes on', async () => {
  const page = await deck.open();
  await type(page, 'sort:');
  const all = await options(page);
  assert.ok(all.length > 2, all.join());
  await press(page, 'ArrowUp');
  assert.equal(await chosen(page), all.at(-1));
  await press(page, 'ArrowDown');
  assert.equal(await chosen(page), null);
  await press(page, 'Escape');
  assert.equal(await list(page).count(), 0);
  assert.ok(await hasFocus(page));
  assert.equal(await query(page), 'sort:');
  await press(page, 'Escape');
  assert.ok(!await hasFocus(page));
});

test('a plain word has no list, and Enter without a choice is never a choice', async () => {
  const page = await deck.open();
  await type(page, 'zebra');
  assert.equal(await list(page).count(), 0);
  await search(page, '');
  await type(page, 'ti');
  assert.ok(await list(page).count());
  await press(page, 'Enter');
  assert.equal(await query(page), 'ti');
  assert.equal(await list(page).count(), 0);
});

test('what is completed in the middle of the text leaves the caret behind it', async () => {
  const page = await deck.open();
  const caret = () => searchBox(page).evaluate((element) => [element.selectionStart, element.selectionEnd]);
  await type(page, '"été"  zebra');
  for (let i = 0; i < ' zebra'.length; i += 1) await page.keyboard.press('ArrowLeft');
  await type(page, 'au');
  await press(page, 'ArrowDown', 'Enter');
  assert.equal(await query(page), '"été" author: zebra');
  assert.deepEqual(await caret(), [13, 13]);
  await type(page, 'Ann');
  assert.equal(await query(page), '"été" author:Ann zebra');
  await search(page, ' zebra');
  await press(page, 'Home');
  await type(page, 'has:co');
  await list(page).getByRole('option', { name: 'code', exact: true }).click();
  await settled(page);
  assert.equal(await query(page), 'has:code zebra');
  assert.deepEqual(await caret(), [8, 8]);
  await search(page, '');
  await type(page, 'has:co');
  await press(page, 'ArrowDown', 'Enter');
  assert.equal(await query(page), 'has:code ');
  assert.deepEqual(await caret(), [9, 9]);
});

test('a click or a tap on a suggestion takes it and leaves the focus in the field', async () => {
  for (const device of [{}, PHONE]) {
    const page = await deck.open(device);
    await type(page, 'has:');
    const option = list(page).getByRole('option', { name: 'code', exact: true });
    await (device.hasTouch ? option.tap() : option.click());
    await settled(page);
    assert.equal(await query(page), 'has:code ');
    assert.deepEqual(await titles(page), [CODE]);
    assert.ok(await hasFocus(page));
  }
});

test('authors are completed by any of their names, in quotes', async () => {
  deck.site.setDigests({ 'x.jsonl': [
    { id: '2503.00001', title: 'One', authors: ['Ann Onymous', 'Bo Two'], abstract: 'A.' },
    { id: '2503.00002', title: 'Two', authors: ['Ann Onymous'], abstract: 'B.' },
  ].map((paper) => JSON.stringify(paper)).join('\n') });
  const page = await deck.open();
  await type(page, 'author:ony');
  assert.deepEqual(await options(page), ['Ann Onymous']);
  assert.equal(await list(page).getByRole('option').getAttribute('aria-description'), '2');
  await press(page, 'ArrowDown', 'Enter');
  assert.equal(await query(page), 'author:"Ann Onymous" ');
  await isStatus(page, '2 of 2 papers');
});

// ---- Recent queries

test('the empty field offers the last queries, newest first, after a reload too, until they are cleared', async () => {
  const page = await deck.open();
  for (const words of ['zebra', 'segmentation has:code', 'zebra']) {
    await search(page, words);
    await press(page, 'Escape');
  }
  await search(page, '');
  await press(page, 'Escape');
  await deck.reload(page);
  await searchBox(page).focus();
  await settled(page);
  assert.deepEqual(await options(page), ['zebra', 'segmentation has:code', 'Clear recent searches']);
  await press(page, 'ArrowDown', 'ArrowDown', 'Enter');
  assert.equal(await query(page), 'segmentation has:code');
  assert.deepEqual(await titles(page), [CODE]);
  assert.equal(await list(page).count(), 0);
  await search(page, '');
  await list(page).getByRole('option', { name: 'Clear recent searches' }).click();
  await settled(page);
  assert.equal(await list(page).count(), 0);
  await press(page, 'Escape');
  await searchBox(page).focus();
  await settled(page);
  assert.equal(await list(page).count(), 0);
});

// ---- Answers

test('the query is told in words', async () => {
  for (const device of [{}, PHONE]) {
    const page = await deck.open(device);
    assert.equal(await button(page, 'What does this ask?').count(), 0);
    await search(page, 'zebra cat:cs.CV ');
    await button(page, 'What does this ask?').click();
    await settled(page);
    const answer = dialog(page, 'What does this ask?');
    assert.match(await answer.textContent(), /zebra.*cs\.CV/);
    await press(page, 'Escape');
    assert.equal(await answer.count(), 0);
    assert.equal(await query(page), 'zebra cat:cs.CV ');
  }
});

test('a paper tells why it stands where it does, where there are words to rank by', async () => {
  const page = await deck.open();
  assert.equal(await button(page, 'Why is this here?').count(), 0);
  await search(page, 'transformer deck');
  await button(page, 'Why is this here?').click();
  await settled(page);
  const answer = dialog(page, 'Why is this here?');
  assert.match(await answer.textContent(), new RegExp(`${INVOLUTION}.*transformer.*: \\d+\\.\\d`));
  await answer.getByRole('button', { name: 'Close' }).click();
  await settled(page);
  assert.equal(await answer.count(), 0);
  await search(page, 'transformer deck sort:newest');
  assert.equal(await button(page, 'Why is this here?').count(), 0);
});

test('similar papers, with the words that they share, open even where the query does not find them', async () => {
  const page = await deck.open();
  await search(page, 'zebra');
  await detail(page).getByRole('button', { name: 'Similar papers' }).click();
  await settled(page);
  const answer = dialog(page, 'Similar papers');
  const paper = answer.getByRole('button', { name: INVOLUTION, exact: true });
  assert.match(await paper.getAttribute('aria-description'), /transformer/);
  await paper.click();
  await settled(page);
  assert.equal(await answer.count(), 0);
  assert.equal(await query(page), '');
  await eventually(async () => assert.equal(await detail(page).getByRole('heading', { level: 2 }).textContent(), INVOLUTION));
  assert.equal(await card(page, INVOLUTION).getAttribute('aria-current'), 'true');
});

test('a pasted abstract finds the papers like it', async () => {
  const page = await deck.open();
  await search(page, 'We look at clients that say little and at those that talk all day, and how their models are averaged gently on a '
    + 'server which knows nothing of either. Experiments with many of them show that shy clients matter more than was thought.');
  assert.deepEqual(await options(page), ['Find papers like this text']);
  await press(page, 'ArrowDown', 'Enter');
  const answer = dialog(page, 'Papers like this text');
  assert.match(await answer.getByRole('button', { name: FEDERATED }).getAttribute('aria-description'), /clients|averaged/);
});
