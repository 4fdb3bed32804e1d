// What digests say besides title and abstract is shown: summaries, translations, histories, odd days, sources; and papers
// that are not on arXiv are.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digest } from './digests.mjs';
import { button, card, detail, eventually, feed, hasNoAlert, isAlert, isStatus, openFiles, pasteText, search, settled, titles, useDeck } from './site.mjs';

const deck = useDeck();

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const lines = (...papers) => papers.map((paper) => JSON.stringify(paper)).join('\n');
const LONG = 'One sentence of a summary that goes on for a while. '.repeat(60).trim();
const FULL = {
  id: '2503.00001', title: 'Robots That Fold Laundry', authors: ['Ann One', 'Bo Two'], categories: ['cs.RO', 'cs.LG'],
  abstract: 'Shirts are folded by two arms.', comment: '12 pages, 4 figures', keywords: ['folding', 'two arms'], topic: 'Manipulation',
  tldr: 'It folds shirts.', method: LONG, title_zh: '会叠衣服的机器人', abstract_zh: '两只手臂叠衬衫。', date: '2025-03-10',
};
const PLAIN = { id: '2503.00002', title: 'A Paper Without Extras', abstract: 'Just that.', date: '2025-03-10' };
const section = async (page, title) => detail(page).getByRole('heading', { level: 3, name: title, exact: true });
const days = (page) => page.getByRole('group', { name: 'Days', exact: true });

async function choosesText(page, name) {
  await button(page, 'View').click();
  await page.getByRole('group', { name: 'Text', exact: true }).getByRole('button', { name, exact: true }).click();
  await settled(page);
  await page.keyboard.press('Escape');
  await settled(page);
}

// A card takes the pointer on the canvas.
async function openCard(page, title) {
  const { x, y } = await card(page, title).getByRole('heading').boundingBox();
  await page.mouse.click(x + 20, y + 8);
  await settled(page);
}

test('summaries, translation, comment, keywords and topic stand under the abstract, each with its label', async () => {
  deck.site.setDigests({ 'x.jsonl': lines(FULL, PLAIN) });
  const page = await deck.open();
  const headings = await detail(page).getByRole('heading', { level: 3 }).allTextContents();
  assert.deepEqual(headings.map((words) => words.toLowerCase()), ['tldr', 'method', 'translation (zh)', 'comment', 'keywords', 'topic']);
  for (const words of ['It folds shirts.', LONG, '会叠衣服的机器人', '两只手臂叠衬衫。', '12 pages, 4 figures', 'folding, two arms', 'Manipulation']) {
    assert.equal(await detail(page).getByText(words, { exact: true }).count(), 1, words);
  }
  // A long one takes the room that it needs, below its heading and above the next.
  const long = await detail(page).getByText(LONG, { exact: true }).boundingBox();
  const next = await (await section(page, 'Translation (zh)')).boundingBox();
  assert.ok(long.height > 500 && next.y >= long.y + long.height, `${JSON.stringify(long)}, ${JSON.stringify(next)}`);
  await openCard(page, PLAIN.title);
  assert.equal(await detail(page).getByRole('heading', { level: 3 }).count(), 0);
});

test('a card without an abstract shows the first summary in its place, and the detail each text once', async () => {
  const said = 'What it does, in one line.';
  deck.site.setDigests({ 'x.jsonl': lines({ id: '2503.00003', title: 'Only a Summary', tldr: said, method: 'How it does that.' }, PLAIN, { id: '2503.00004', title: 'Only a Title' }) });
  const page = await deck.open();
  assert.equal(await card(page, 'Only a Summary').getByText(said, { exact: true }).count(), 1);
  assert.equal(await card(page, 'Only a Summary').getByText('How it does that.').count(), 0);
  assert.equal(await card(page, PLAIN.title).getByText(PLAIN.abstract, { exact: true }).count(), 1);
  await openCard(page, 'Only a Summary');
  assert.equal(await detail(page).getByText(said, { exact: true }).count(), 1);
  // It is as tall as its text wants, and a word of it is found.
  const heights = await Promise.all(['Only a Summary', 'Only a Title'].map(async (title) => (await card(page, title).boundingBox()).height));
  assert.ok(heights[0] > heights[1] + 15, `${heights}`);
  await search(page, 'summary:line');
  await eventually(async () => assert.deepEqual(await titles(page), ['Only a Summary']));
});

test('the reader prefers the translation, and still does after a reload', async () => {
  deck.site.setDigests({ 'x.jsonl': lines(FULL, PLAIN) });
  const page = await deck.open();
  assert.deepEqual(await titles(page), [FULL.title, PLAIN.title]);
  await choosesText(page, 'Translation');
  const check = async () => {
    assert.deepEqual(await titles(page), [FULL.title_zh, PLAIN.title]);
    assert.equal(await card(page, FULL.title_zh).getByText(FULL.abstract_zh).count(), 1);
    assert.equal(await detail(page).getByRole('heading', { level: 2 }).textContent(), FULL.title_zh);
    await (await section(page, 'Original')).waitFor();
    assert.equal(await detail(page).getByText(FULL.abstract, { exact: true }).count(), 1);
  };
  await check();
  await deck.reload(page);
  await check();
  await choosesText(page, 'Original');
  assert.deepEqual(await titles(page), [FULL.title, PLAIN.title]);
});

test('without a translation there is no such choice, and it goes with the last one', async () => {
  deck.site.setDigests({ 'x.jsonl': lines(PLAIN) });
  const page = await deck.open();
  const offered = async () => {
    await button(page, 'View').click();
    await settled(page);
    const count = await page.getByRole('group', { name: 'Text', exact: true }).count();
    await page.keyboard.press('Escape');
    await settled(page);
    return count;
  };
  assert.equal(await offered(), 0);
  await openFiles(page, { name: 'mine.jsonl', text: lines(FULL) });
  assert.equal(await offered(), 1);
  await button(page, 'Remove mine.jsonl').click();
  await settled(page);
  assert.equal(await offered(), 0);
});

test('a paper tells when it was new, replaced and where else it stands, and its card that it was seen', async () => {
  const paper = { id: '2503.00001', title: 'Robots That Fold Laundry', abstract: 'Shirts.' };
  deck.site.setDigests({
    'a.jsonl': lines({ ...paper, categories: ['cs.RO', 'cs.LG'], date: '2025-03-11', kind: 'new' }),
    'b.jsonl': lines({ ...paper, id: '2503.00001v2', categories: ['cs.RO'], date: '2025-03-14', kind: 'replaced' }, PLAIN),
  });
  const page = await deck.open();
  await detail(page).getByText('new 11 Mar · replaced 14 Mar (v2) · also in cs.LG', { exact: true }).waitFor();
  await card(page, paper.title).getByText('arXiv:2503.00001v2 · cs.RO · cs.LG · replaced · seen 11 Mar · Fri 14 Mar 2025', { exact: true }).waitFor();
  assert.equal(await card(page, PLAIN.title).getByText(/seen/).count(), 0);
});

test('a paper tells the file and the line that it comes from', async () => {
  deck.site.setDigests({ '2021-03-11.cs.CV.md': digest('cs.CV', 'Thu, 11 Mar 2021', [{ id: '2103.06001', title: 'First', abstract: 'A.' }, { id: '2103.06002', title: 'Second', abstract: 'B.' }]) });
  const page = await deck.open();
  await openCard(page, 'Second');
  await detail(page).getByText(/^from .*2021-03-11\.cs\.CV\.md, line 4$/).waitFor();
});

test('a day that repeats another and an empty one say so, in the calendar and below it', async () => {
  const papers = [{ id: '2503.00001', title: 'One', abstract: 'A.' }, { id: '2503.00002', title: 'Two', abstract: 'B.' }];
  deck.site.setDigests({
    '2025-03-10.md': digest('cs.CV', 'Mon, 10 Mar 2025', papers),
    '2025-03-11.md': digest('cs.CV', 'Tue, 11 Mar 2025', papers),
    '2025-03-12.md': '# ArXiv cs.CV --Wed, 12 Mar 2025\n\nNo new papers today.\n',
  });
  const page = await deck.open();
  await isStatus(page, '2 of 2 papers');
  await hasNoAlert(page);
  assert.equal(await days(page).getByRole('checkbox', { name: '2025-03-11' }).getAttribute('aria-description'), '2 papers, repeats 2025-03-10');
  assert.equal(await days(page).getByRole('checkbox', { name: '2025-03-10' }).getAttribute('aria-description'), '2 papers');
  assert.equal(await days(page).getByRole('checkbox', { name: '2025-03-12' }).count(), 0);
  await days(page).getByText(/^2025-03-12, empty: the digest says “No new papers today/).waitFor();
  const below = page.getByText(/^Tue 11 Mar: repeats 2025-03-10\nWed 12 Mar: empty: the digest says “No new papers today/);
  assert.ok((await below.boundingBox()).y > (await days(page).boundingBox()).y + (await days(page).boundingBox()).height - 1);
});

test('an empty day that the reader brings is said to be one, stays and goes', async () => {
  const page = await deck.open();
  await openFiles(page, { name: 'quiet.md', text: '# ArXiv cs.CV --Sat, 13 Mar 2021\n\nNo new papers today.\n' });
  await isAlert(page, 'quiet.md', 'No new papers today');
  const told = days(page).getByText(/^2021-03-13, empty/);
  await told.waitFor();
  await deck.reload(page);
  await told.waitFor();
  await button(page, 'Remove quiet.md').click();
  await settled(page);
  assert.equal(await told.count(), 0);
});

test('a .jsonl and a .json file are opened, and pasted JSON is read', async () => {
  deck.site.setDigests({ 'x.jsonl': lines(PLAIN) });
  const page = await deck.open();
  assert.match(await page.getByLabel('Open digests').getAttribute('accept'), /\.json,\.jsonl/);
  await openFiles(page, { name: 'mine.jsonl', text: lines(FULL) }, { name: 'more.json', text: JSON.stringify({ papers: [{ ...FULL, id: '2503.00003', title: 'From a JSON File' }] }) });
  await isStatus(page, '3 of 3 papers');
  await pasteText(page, JSON.stringify([{ ...FULL, id: '2503.00004', title: 'Pasted as JSON' }]));
  await isStatus(page, '4 of 4 papers');
  await search(page, 'pasted');
  assert.deepEqual(await titles(page), ['Pasted as JSON']);
  await hasNoAlert(page);
});

const ELSEWHERE = [
  { title: 'On a Preprint Server', abstract: 'Cells.', doi: '10.1101/2025.03.01', url: 'https://www.biorxiv.org/content/10.1101/2025.03.01v1', date: '2025-03-10' },
  { title: 'In a Journal', abstract: 'Words.', doi: '10.1000/182', date: '2025-03-10' },
  { title: 'At a Conference', abstract: 'Slides.', url: 'https://openreview.net/forum?id=abc', date: '2025-03-10' },
];
const links = (place) => place.getByRole('link').evaluateAll((list) => list.map((link) => [link.textContent, link.href]));

for (const [device, options] of Object.entries({ desk: {}, phone: PHONE })) {
  test(`on a ${device}, a paper that is not on arXiv is named by its server, DOI or host, and links there`, async () => {
    deck.site.setDigests({ 'x.jsonl': lines(...ELSEWHERE) });
    const page = await deck.open(options);
    const [server, journal, conference] = ELSEWHERE.map(({ title }) => card(page, title));
    await server.getByText('bioRxiv · Mon 10 Mar 2025', { exact: true }).waitFor();
    await journal.getByText('doi:10.1000/182 · Mon 10 Mar 2025', { exact: true }).waitFor();
    await conference.getByText('openreview.net · Mon 10 Mar 2025', { exact: true }).waitFor();
    assert.deepEqual(await links(server), [['Page', ELSEWHERE[0].url], ['DOI', 'https://doi.org/10.1101/2025.03.01']]);
    assert.deepEqual(await links(journal), [['DOI', 'https://doi.org/10.1000/182']]);
    assert.deepEqual(await links(conference), [['Page', ELSEWHERE[2].url]]);
    await openCard(page, ELSEWHERE[2].title);
    assert.deepEqual(await links(detail(page)), [['Page', ELSEWHERE[2].url]]);
    await detail(page).getByText('openreview.net', { exact: true }).waitFor();
    assert.equal(await feed(page).getByText(/arXiv:/).count() + await detail(page).getByText(/arXiv/).count(), 0);
  });
}

test('the key that opens a paper’s page opens it where it is', async () => {
  deck.site.setDigests({ 'x.jsonl': lines(ELSEWHERE[1]) });
  const page = await deck.open();
  await page.route('https://doi.org/**', (route) => route.fulfill({ body: 'There.' }));
  await page.context().route('https://doi.org/**', (route) => route.fulfill({ body: 'There.' }));
  const [opened] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('v')]);
  await eventually(async () => assert.equal(opened.url(), 'https://doi.org/10.1000/182'));
});
