// The mirror: roles, names, states and links as CONTRACT.md has them, and that acting on them acts on the program.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CODE, FEDERATED, INVOLUTION, MATHS, PAPERS, RENYI, SHARED, ZEBRA } from './digests.mjs';
import { button, card, detail, feed, filter, isStatus, search, searchBox, settled, stats, status, titles, useDeck } from './site.mjs';

const deck = useDeck();
const sort = (page) => page.getByRole('combobox', { name: 'Sort', exact: true });

async function toggle(page, group, name) {
  await filter(page, group, name).click();
  await settled(page);
}

const isChecked = (page, group, name) => filter(page, group, name).getAttribute('aria-checked');

test('the status says how many of how many papers', async () => {
  const page = await deck.open();
  assert.equal(await status(page), `${PAPERS} of ${PAPERS} papers`);
  await search(page, 'zebra');
  assert.equal(await status(page), `1 of ${PAPERS} papers`);
  await search(page, 'no such word anywhere');
  assert.equal(await status(page), `0 of ${PAPERS} papers`);
  assert.equal((await stats(page)).results, 0);
});

test('the status of a single paper is singular', async () => {
  const [name] = Object.keys({ 'one.md': '' });
  deck.site.setDigests({ [name]: '# ArXiv cs.CV --Thu, 11 Mar 2021\n### 1.Alone  [ :arrow_down: ](https://arxiv.org/pdf/2103.06001.pdf)\n>  Text.\n' });
  const page = await deck.open();
  assert.equal(await status(page), '1 of 1 paper');
});

test('the feed holds one labelled article for each card in view', async () => {
  const page = await deck.open();
  const articles = feed(page).getByRole('article');
  const count = await articles.count();
  assert.ok(count >= 3 && count <= PAPERS, `${count} articles`);
  for (let i = 0; i < count; i += 1) {
    const article = articles.nth(i);
    assert.equal(await article.getAttribute('aria-posinset'), String(i + 1));
    assert.equal(await article.getAttribute('aria-setsize'), String(PAPERS));
    const heading = article.getByRole('heading', { level: 2 });
    assert.equal(await article.getAttribute('aria-labelledby'), await heading.getAttribute('id'));
  }
  assert.notEqual(await feed(page).getAttribute('aria-busy'), 'true');
});

test('the title of a card is the title that parse prints', async () => {
  const page = await deck.open();
  await search(page, 'shuffl');
  assert.deepEqual(await titles(page), [MATHS]);
});

test('elements lie where the canvas draws, in reading order', async () => {
  const page = await deck.open();
  const boxes = await feed(page).getByRole('article').evaluateAll((list) => list.map((element) => element.getBoundingClientRect().toJSON()));
  for (const [i, box] of boxes.entries()) {
    assert.ok(box.width > 200 && box.height > 40, JSON.stringify(box));
    assert.ok(box.left >= 0 && box.right <= 1440);
    if (i > 0) assert.ok(box.top >= boxes[i - 1].bottom - 1, 'articles are not in order');
  }
});

test('a search finds words of title and abstract, without case and accents', async () => {
  const page = await deck.open();
  await search(page, 'RENYI cafe');
  assert.deepEqual(await titles(page), [RENYI]);
  await search(page, 'résumes');
  assert.deepEqual(await titles(page), [RENYI]);
  await search(page, 'transformer');
  assert.deepEqual((await titles(page)).sort(), [INVOLUTION, ZEBRA]);
  await search(page, '2103.06003');
  assert.deepEqual(await titles(page), [CODE]);
});

test('search goes with every key typed', async () => {
  const page = await deck.open();
  await searchBox(page).click();
  const seen = [];
  for (const letter of 'zebra') {
    await page.keyboard.type(letter);
    await settled(page);
    seen.push((await stats(page)).results);
  }
  assert.equal(seen.at(-1), 1);
  assert.ok(seen.every((value, i) => i === 0 || value <= seen[i - 1]), `${seen} grew`);
});

test('“Clear search” empties the field', async () => {
  const page = await deck.open();
  await search(page, 'zebra');
  await button(page, 'Clear search').click();
  await isStatus(page, `${PAPERS} of ${PAPERS} papers`);
  assert.equal(await searchBox(page).inputValue(), '');
});

test('a paper of two digests is one', async () => {
  const page = await deck.open();
  await search(page, 'two days');
  assert.deepEqual(await titles(page), [SHARED]);
});

test('a card has its links, which open in a new tab', async () => {
  const page = await deck.open();
  await search(page, 'segmentation');
  const expected = { PDF: 'https://arxiv.org/pdf/2103.06003', arXiv: 'https://arxiv.org/abs/2103.06003', Code: 'https://github.com/example/cards' };
  for (const [name, address] of Object.entries(expected)) {
    const link = card(page, CODE).getByRole('link', { name, exact: true });
    assert.ok((await link.getAttribute('href')).startsWith(address), `${name}: ${await link.getAttribute('href')}`);
    assert.equal(await link.getAttribute('target'), '_blank');
    assert.match(await link.getAttribute('rel'), /noopener/);
  }
  await page.context().route('https://arxiv.org/**', (route) => route.fulfill({ body: 'a paper' }));
  const [tab] = await Promise.all([page.waitForEvent('popup'), card(page, CODE).getByRole('link', { name: 'PDF' }).click()]);
  await tab.waitForLoadState();
  assert.ok(tab.url().startsWith(expected.PDF));
  assert.equal(await tab.evaluate(() => window.opener), null);
  assert.equal(await tab.evaluate(() => document.referrer), '');
});

test('a paper without code has no link to code', async () => {
  const page = await deck.open();
  await search(page, 'zebra');
  assert.equal(await card(page, ZEBRA).getByRole('link', { name: 'Code' }).count(), 0);
});

test('checking a category and typing it are the same', async () => {
  const page = await deck.open();
  assert.equal(await isChecked(page, 'Category', 'cs.CV'), 'false');
  await toggle(page, 'Category', 'cs.CV');
  assert.equal(await isChecked(page, 'Category', 'cs.CV'), 'true');
  assert.match(await searchBox(page).inputValue(), /cat:cs\.CV/);
  await isStatus(page, `6 of ${PAPERS} papers`);
  await toggle(page, 'Category', 'cs.CV');
  assert.equal(await searchBox(page).inputValue(), '');
  await search(page, 'cat:cs.LG');
  assert.equal(await isChecked(page, 'Category', 'cs.LG'), 'true');
  await isStatus(page, `4 of ${PAPERS} papers`);
});

test('two categories are alternatives, and words stay in the query', async () => {
  const page = await deck.open();
  await search(page, 'cards');
  await toggle(page, 'Category', 'cs.CV');
  await toggle(page, 'Category', 'cs.LG');
  await isStatus(page, `2 of ${PAPERS} papers`);
  assert.match(await searchBox(page).inputValue(), /cards/);
  assert.equal(await isChecked(page, 'Category', 'cs.CV'), 'true');
  assert.equal(await isChecked(page, 'Category', 'cs.LG'), 'true');
});

test('filters for code, maths and days', async () => {
  const page = await deck.open();
  await toggle(page, 'Has', 'Code link');
  assert.deepEqual(await titles(page), [CODE]);
  await toggle(page, 'Has', 'Code link');
  await toggle(page, 'Has', 'Maths');
  assert.deepEqual(await titles(page), [MATHS]);
  await toggle(page, 'Has', 'Maths');
  await toggle(page, 'Days', '2021-03-12');
  await isStatus(page, `4 of ${PAPERS} papers`);
  assert.ok((await titles(page)).includes(FEDERATED));
  assert.match(await searchBox(page).inputValue(), /2021-03-12/);
});

test('counts of filters are descriptions, not names', async () => {
  const page = await deck.open();
  assert.match(await filter(page, 'Category', 'cs.CV').getAttribute('aria-description'), /\b6\b/);
  await search(page, 'zebra');
  assert.match(await filter(page, 'Category', 'cs.CV').getAttribute('aria-description'), /\b1\b/);
  assert.match(await filter(page, 'Has', 'Code link').getAttribute('aria-description'), /\b0\b|^no/i);
});

test('filters take Space and Enter', async () => {
  const page = await deck.open();
  await filter(page, 'Category', 'cs.CV').focus();
  await page.keyboard.press('Space');
  await isStatus(page, `6 of ${PAPERS} papers`);
  await page.keyboard.press('Enter');
  await isStatus(page, `${PAPERS} of ${PAPERS} papers`);
});

test('the order can be chosen', async () => {
  const page = await deck.open();
  assert.deepEqual(await sort(page).locator('option').allTextContents(), ['As listed', 'Newest', 'Title', 'Best match']);
  await sort(page).selectOption('Title');
  await settled(page);
  const byTitle = await titles(page);
  assert.deepEqual(byTitle, [...byTitle].sort((a, b) => a.localeCompare(b)));
  assert.equal(byTitle[0], SHARED);
  await sort(page).selectOption('Newest');
  await settled(page);
  const newest = ['Gradient Descent on Stairs', 'Learning to Deal', SHARED, FEDERATED].sort();
  assert.deepEqual((await titles(page)).slice(0, 4).sort(), newest);
  await sort(page).selectOption('As listed');
  await settled(page);
  assert.equal(await searchBox(page).inputValue(), '');
});

test('an opened paper is the region “Paper”', async () => {
  const page = await deck.open();
  const box = await card(page, SHARED).boundingBox();
  await page.mouse.click(box.x + box.width - 30, box.y + 12);
  await settled(page);
  assert.equal(await detail(page).getByRole('heading', { level: 2 }).textContent(), SHARED);
  assert.match(await detail(page).textContent(), /Listed on Thursday and on Friday/);
  assert.ok((await detail(page).getByRole('link', { name: 'arXiv' }).getAttribute('href')).includes('2103.06009'));
});

test('the buttons of the contract are there', async () => {
  const page = await deck.open();
  for (const name of ['Open…', 'Theme', 'Help']) await button(page, name).waitFor();
  assert.equal(await page.getByLabel('Open digests').getAttribute('type'), 'file');
  assert.equal(await page.getByLabel('Open digests').getAttribute('multiple'), '');
});

test('“Open…” opens the file dialogue', async () => {
  const page = await deck.open();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(page, 'Open…').click()]);
  assert.ok(chooser.isMultiple());
});

test('text of a digest is never HTML in the page', async () => {
  deck.site.setDigests({ 'x.md': '# ArXiv cs.CV --Thu, 11 Mar 2021\n### 1.Careful <img src=x onerror=alert(1)> title  '
    + '[ :arrow_down: ](https://arxiv.org/pdf/2103.06001.pdf)\n>  Text <script>alert(2)</script> <a href="javascript:alert(3)">link</a>.\n' });
  let hasDialog = false;
  const page = await deck.page({ before: (opened) => opened.on('dialog', (dialog) => { hasDialog = true; dialog.dismiss(); }) });
  await deck.started(page);
  assert.equal(await page.locator('#mirror :is(img, script, iframe)').count(), 0);
  const addresses = await page.locator('#mirror a').evaluateAll((links) => links.map((link) => link.href));
  assert.ok(addresses.every((address) => /^https?:/.test(address)), addresses.join(' '));
  assert.equal(hasDialog, false);
});

// ---- Elements stay the same while their papers do

const focusedCard = (page) => page.evaluate(() => [document.activeElement.textContent,
  document.activeElement.closest('[role=article]')?.querySelector('h2').textContent]);

test('the focus stays on a link while cards around it come and go', async () => {
  const page = await deck.open();
  await search(page, 'transformer');
  await card(page, ZEBRA).getByRole('link', { name: 'arXiv' }).focus();
  await page.evaluate(() => {
    const input = document.querySelector('input[type=search]');
    input.value = 'zebra';
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await isStatus(page, `1 of ${PAPERS} papers`);
  assert.deepEqual(await focusedCard(page), ['arXiv', ZEBRA]);
});

test('the focus stays on a link whose card moves to the top', async () => {
  const page = await deck.open();
  await search(page, 'cat:cs.LG');
  assert.notEqual((await titles(page))[0], SHARED);
  await card(page, SHARED).getByRole('link', { name: 'arXiv' }).focus();
  await page.evaluate(() => {
    const select = document.querySelector('select');
    select.selectedIndex = 2;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await settled(page);
  assert.equal((await titles(page))[0], SHARED);
  assert.deepEqual(await focusedCard(page), ['arXiv', SHARED]);
});
