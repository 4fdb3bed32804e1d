// The keyboard: j k / Enter o Esc ?, and everything that must stay the browser's or an input method's.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PAPERS, ZEBRA } from './digests.mjs';
import { button, detail, eventually, feed, isStatus, search, searchBox, settled, titles, useDeck } from './site.mjs';

const deck = useDeck();

const current = (page) => feed(page).locator('[role=article][aria-current=true]').getByRole('heading').allTextContents();
const isCurrent = (page, title) => eventually(async () => assert.deepEqual(await current(page), [title]));
const hasSearchFocus = (page) => searchBox(page).evaluate((element) => element === document.activeElement);

async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
  await settled(page);
}

test('j and k go through the cards, and give them the focus', async () => {
  const page = await deck.open();
  const [first, second, third] = await titles(page);
  await isCurrent(page, first);
  await press(page, 'j', 'j');
  await isCurrent(page, third);
  const focused = await page.evaluate(() => document.activeElement.textContent);
  assert.ok(focused.includes(third), `the focus is on "${focused.slice(0, 80)}"`);
  await press(page, 'k');
  await isCurrent(page, second);
  await press(page, 'k', 'k');
  await isCurrent(page, first);
});

test('j stops at the last card', async () => {
  const page = await deck.open();
  for (let i = 0; i < PAPERS + 3; i += 1) await press(page, 'j');
  const [title] = await current(page);
  assert.equal(await feed(page).locator('[aria-current=true]').getAttribute('aria-posinset'), String(PAPERS), title);
});

test('Enter and o open the current paper', async () => {
  const page = await deck.open();
  const [, second, third] = await titles(page);
  await press(page, 'j', 'Enter');
  assert.match(await detail(page).textContent(), new RegExp(second));
  await press(page, 'j', 'o');
  assert.match(await detail(page).textContent(), new RegExp(third));
});

test('on a narrow window Enter opens the paper as a page and Escape closes it', async () => {
  const page = await deck.open({ viewport: { width: 700, height: 800 } });
  await press(page, 'j');
  const [title] = await current(page);
  assert.equal(await detail(page).count(), 0);
  await press(page, 'Enter');
  assert.match(await detail(page).textContent(), new RegExp(title));
  await press(page, 'Escape');
  assert.equal(await detail(page).count(), 0);
});

test('/ and Ctrl+K go to the search field, Escape leaves it', async () => {
  const page = await deck.open();
  for (const key of ['/', 'Control+k', 'Control+f']) {
    await press(page, key);
    assert.ok(await hasSearchFocus(page), `${key} does not focus the search field`);
    assert.equal(await searchBox(page).inputValue(), '');
    await press(page, 'Escape');
    assert.ok(!await hasSearchFocus(page), 'Escape does not leave it');
  }
});

test('Escape in the search field keeps what was typed', async () => {
  const page = await deck.open();
  await press(page, '/');
  await page.keyboard.type('zebra/j');
  assert.equal(await searchBox(page).inputValue(), 'zebra/j');
  await press(page, 'Escape');
  assert.equal(await searchBox(page).inputValue(), 'zebra/j');
});

test('ArrowDown and Enter go from the search field to the first result', async () => {
  const page = await deck.open();
  await search(page, 'zebra');
  await searchBox(page).focus();
  await press(page, 'ArrowDown');
  await isCurrent(page, ZEBRA);
  await press(page, 'Enter');
  assert.match(await detail(page).textContent(), new RegExp(ZEBRA));
});

test('? shows the keys in a dialog that shuts the rest off, Escape and Close end it', async () => {
  const page = await deck.open();
  const dialog = page.getByRole('dialog', { name: 'Help' });
  await press(page, '?');
  await dialog.waitFor();
  assert.equal(await dialog.getAttribute('aria-modal'), 'true');
  assert.equal(await searchBox(page).evaluate((element) => element.closest('[inert]') !== null || element.inert), true);
  await press(page, 'Escape');
  assert.equal(await dialog.count(), 0);
  await button(page, 'Help').click();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await settled(page);
  assert.equal(await dialog.count(), 0);
  assert.equal(await searchBox(page).evaluate((element) => element.closest('[inert]') === null), true);
});

test('the browser keeps its own chords, Tab and function keys', async () => {
  const page = await deck.open();
  const taken = await page.evaluate(() => {
    const chords = [['r', 'ctrlKey'], ['t', 'ctrlKey'], ['l', 'ctrlKey'], ['p', 'ctrlKey'], ['+', 'ctrlKey'], ['0', 'ctrlKey'],
      ['c', 'metaKey'], ['v', 'ctrlKey'], ['j', 'ctrlKey'], ['k', 'altKey'], ['ArrowLeft', 'altKey'], ['Tab'], ['F5'], ['F12']];
    return chords.filter(([key, modifier]) => {
      const event = new KeyboardEvent('keydown', { key, [modifier || 'x']: true, bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
      return event.defaultPrevented;
    });
  });
  assert.deepEqual(taken, []);
});

test('keys of an input method are not commands', async () => {
  const page = await deck.open();
  const before = await current(page);
  await page.evaluate(() => {
    for (const options of [{ key: 'j', isComposing: true }, { key: 'Process', keyCode: 229 }]) {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { ...options, bubbles: true, cancelable: true }));
    }
  });
  await settled(page);
  assert.deepEqual(await current(page), before);
});

test('text that an input method composes is searched and never written over', async () => {
  const page = await deck.open();
  await searchBox(page).focus();
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'zeb', selectionStart: 3, selectionEnd: 3 });
  await settled(page);
  assert.equal(await searchBox(page).inputValue(), 'zeb');
  await session.send('Input.insertText', { text: 'zebra' });
  await isStatus(page, `1 of ${PAPERS} papers`);
  assert.equal(await searchBox(page).inputValue(), 'zebra');
});

test('Tab reaches the search field, the filters, and the links of every card in view', async () => {
  const page = await deck.open();
  const reached = new Set();
  for (let i = 0; i < 60; i += 1) {
    await page.keyboard.press('Tab');
    reached.add(await page.evaluate(() => document.activeElement.getAttribute('aria-label') || document.activeElement.textContent.slice(0, 40)));
  }
  for (const name of ['Search papers', 'cs.CV', 'Code link', 'Sort', 'PDF', 'arXiv', 'Open PDF', 'Help']) {
    assert.ok(reached.has(name), `Tab does not reach ${name}: ${[...reached].slice(0, 40).join(' | ')}`);
  }
});

test('Enter on a focused link or button is its own', async () => {
  const page = await deck.open();
  await page.context().route('https://arxiv.org/**', (route) => route.fulfill({ body: 'a paper' }));
  await feed(page).getByRole('link', { name: 'PDF' }).first().focus();
  const [tab] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('Enter')]);
  await tab.close();
  await button(page, 'Help').focus();
  await press(page, 'Enter');
  await page.getByRole('dialog', { name: 'Help' }).waitFor();
});
