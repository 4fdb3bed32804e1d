// The address, Back and Forward, and finding the place again: what a page does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BIG_DIGEST, CODE, FEDERATED, PAPERS, ZEBRA, digest } from './digests.mjs';
import { button, card, detail, eventually, feed, isStatus, search, searchBox, settled, titles, useDeck } from './site.mjs';

const deck = useDeck();

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const RUN_MS = 1100;   // longer than a pause that ends a run of typing

const address = (page) => new URL(page.url()).search;
const isAddress = (page, expected) => eventually(() => assert.equal(address(page), expected));
const entries = (page) => page.evaluate(() => window.history.length);
const query = (page) => searchBox(page).inputValue();
const isQuery = (page, expected) => eventually(async () => assert.equal(await query(page), expected));
const focused = (page) => page.evaluate(() => document.activeElement.getAttribute('aria-label') || document.activeElement.textContent);

/** The cards in view with their heights on the screen. */
const places = (page) => feed(page).getByRole('article').evaluateAll((articles) => articles.map((article) => {
  const heading = article.querySelector('h2');
  return [heading.textContent, Math.round(heading.getBoundingClientRect().y)];
}));

async function wheel(page, px) {
  const box = await feed(page).boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const before = JSON.stringify(await places(page));
  await page.mouse.wheel(0, px);
  await eventually(async () => assert.notEqual(JSON.stringify(await places(page)), before));
  await settled(page);
}

// Long enough for the page to have noted where it stands.
const noted = (page) => page.waitForTimeout(600);

const openCard = async (page, title) => {
  await card(page, title).getByRole('heading').click({ force: true });
  await detail(page).waitFor();
  await settled(page);
};

test('the query stands in the address, and a link with one shows its results', async () => {
  const page = await deck.open();
  await search(page, 'has:code cards');
  await isAddress(page, '?q=has:code+cards');
  const other = await deck.open({ search: address(page) });
  assert.equal(await query(other), 'has:code cards');
  assert.deepEqual(await titles(other), [CODE]);
  await search(page, '');
  await isAddress(page, '');
});

test('Back returns to the former query, Forward to the later one', async () => {
  const page = await deck.open();
  await search(page, 'transformer');
  await isStatus(page, '2 of 9 papers');
  await page.waitForTimeout(RUN_MS);
  await search(page, 'zebra');
  await isStatus(page, '1 of 9 papers');
  await page.goBack();
  await isQuery(page, 'transformer');
  await isStatus(page, '2 of 9 papers');
  await page.goBack();
  await isQuery(page, '');
  await isStatus(page, '9 of 9 papers');
  await page.goForward();
  await page.goForward();
  await isQuery(page, 'zebra');
  assert.deepEqual(await titles(page), [ZEBRA]);
  assert.equal(address(page), '?q=zebra');
});

test('a run of typing is one entry', async () => {
  const page = await deck.open();
  const before = await entries(page);
  await searchBox(page).click();
  await page.keyboard.type('transformer');
  await settled(page);
  await isAddress(page, '?q=transformer');
  assert.equal(await entries(page), before + 1);
});

test('other parameters of the address stay', async () => {
  const text = digest('cs.CV', 'Thu, 11 Mar 2021', [{ id: '2103.09001', title: 'A Paper by Address', abstract: 'It came by address.' }]);
  deck.site.answer('mine.md', text);
  const page = await deck.open({ search: '?digest=mine.md&q=address' });
  assert.deepEqual(await titles(page), ['A Paper by Address']);
  await search(page, 'paper');
  await isAddress(page, '?digest=mine.md&q=paper');
});

test('on a phone Back closes the paper, Forward opens it, and the list stands where it was', async () => {
  deck.site.setDigests(BIG_DIGEST);
  const page = await deck.open(PHONE);
  await wheel(page, 2345);
  const before = await places(page);
  const [title] = before[1];
  await openCard(page, title);
  await isAddress(page, `?paper=2103.0${5000 + Number(title.match(/\d+/)[0])}`);
  await page.goBack();
  await eventually(async () => assert.equal(await detail(page).count(), 0));
  await settled(page);
  assert.deepEqual(await places(page), before);
  assert.equal(address(page), '');
  await page.goForward();
  await detail(page).waitFor();
  assert.ok((await detail(page).textContent()).includes(title));
});

test('opening and closing a paper by its own buttons and keys leaves no trail of entries', async () => {
  const page = await deck.open(PHONE);
  await openCard(page, FEDERATED);
  const before = await entries(page);
  await button(page, 'Back').click();
  await settled(page);
  assert.equal(await detail(page).count(), 0);
  await isAddress(page, '');
  for (let i = 0; i < 3; i += 1) {
    await openCard(page, FEDERATED);
    await page.keyboard.press('Escape');
    await settled(page);
    assert.equal(await detail(page).count(), 0);
  }
  assert.equal(await entries(page), before);
});

test('the focus goes to the opened page and comes back to the card', async () => {
  const page = await deck.open({ viewport: { width: 700, height: 800 } });
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await detail(page).waitFor();
  await settled(page);
  assert.equal(await focused(page), 'Back');
  await page.keyboard.press('Enter');
  await settled(page);
  const second = (await titles(page))[1];
  await eventually(async () => assert.ok((await focused(page)).includes(second), await focused(page)));
});

test('a link to a paper opens it: beside the list where there is room, else as a page', async () => {
  const wide = await deck.open({ search: '?paper=2103.06004' });
  await eventually(async () => assert.match(await detail(wide).textContent(), /Shuffles/));
  const phone = await deck.open({ search: '?paper=2103.06004', ...PHONE });
  await eventually(async () => assert.match(await detail(phone).textContent(), /Shuffles/));
  await button(phone, 'Back').click();
  await settled(phone);
  assert.equal(await detail(phone).count(), 0);
  await isAddress(phone, '');
});

test('a reload comes back to the query, the place in the list and the chosen paper', async () => {
  deck.site.setDigests(BIG_DIGEST);
  const page = await deck.open();
  await search(page, 'deck');
  await wheel(page, 3456);
  const title = (await places(page))[2][0];
  await openCard(page, title);
  const before = await places(page);
  await noted(page);
  await deck.reload(page);
  await settled(page);
  assert.equal(await query(page), 'deck');
  await eventually(async () => assert.deepEqual(await places(page), before));
  assert.ok((await detail(page).textContent()).includes(title));
});

test('a reload right after typing comes back to what was typed', async () => {
  const page = await deck.open();
  for (const text of ['zebra', 'zeb', '']) {
    await search(page, text);
    await deck.reload(page);
    assert.equal(await query(page), text);
  }
});

test('fast typing does not use up the changes of address that a browser allows', async () => {
  const page = await deck.open({
    before: (opened) => opened.addInitScript(() => {
      window.changes = 0;
      const change = History.prototype.replaceState;
      History.prototype.replaceState = function replaceState(...values) {
        window.changes += 1;
        change.apply(this, values);
      };
    }),
  });
  const written = 'a'.repeat(120);
  await searchBox(page).pressSequentially(written);
  assert.ok(await page.evaluate(() => window.changes) < 80);
  await noted(page);
  assert.equal(new URL(page.url()).searchParams.get('q'), written);
});

test('who has scrolled while digests load is not taken back to an earlier place', async () => {
  const [[name, text]] = Object.entries(BIG_DIGEST);
  const newer = digest('cs.CV', 'Fri, 12 Mar 2021', Array.from({ length: 30 }, (_, i) => ({
    id: `2103.${7001 + i}0`, title: `Newer card ${i + 1}`, abstract: 'It is of the day after.' })));
  deck.site.setDigests({ '2021-03-12.cs.CV.md': newer, [name]: text });
  const page = await deck.open();
  await wheel(page, 12000);
  await noted(page);
  deck.site.answer(`digests/${name}`, { body: text, delay_ms: 2500 });
  await page.reload({ waitUntil: 'commit' });
  await page.waitForFunction(() => window.paperdeck);
  await page.evaluate(() => window.paperdeck.ready);
  await eventually(async () => assert.ok((await titles(page))[0].startsWith('Newer card')));
  const box = await feed(page).boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.wheel(0, 700);
  await eventually(async () => assert.notEqual((await titles(page))[0], 'Newer card 1'));
  const [first] = await titles(page);
  await settled(page);
  await isStatus(page, '110 of 110 papers');
  assert.equal((await titles(page))[0], first);
});

test('a link whose query finds nothing says so', async () => {
  const page = await deck.open({ search: '?q=unfindable' });
  await isStatus(page, `0 of ${PAPERS} papers`);
});

test('an address that makes no sense opens the site all the same', async () => {
  const page = await deck.open({ search: '?q=%E0%A4%A&paper=../../etc&share=nan&top=1e999' });
  await search(page, '');
  await isStatus(page, `${PAPERS} of ${PAPERS} papers`);
  assert.ok((await titles(page)).includes(FEDERATED));
});
