// Bad input: an alert names the file, what is wrong and what to do; what loaded before stays; the page never dies.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DIGESTS, INVOLUTION, PAPERS, RENYI, brought } from './digests.mjs';
import { button, hasNoAlert, isAlert, isStatus, openFiles, search, settled, titles, useDeck } from './site.mjs';

const deck = useDeck();
const ALL = `${PAPERS} of ${PAPERS} papers`;
const [FIRST, SECOND] = Object.keys(DIGESTS);

async function stillWorks(page) {
  await isStatus(page, ALL);
  await search(page, 'renyi');
  assert.deepEqual(await titles(page), [RENYI]);
}

function noise(size) {
  const bytes = Buffer.alloc(size);
  let state = 12345;
  for (let i = 0; i < size; i += 1) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    bytes[i] = state >>> 24;
  }
  return bytes;
}

const BAD = {
  'an empty file': [{ name: 'empty.md', text: '' }, 'empty'],
  'a text that is no digest': [{ name: 'shopping.md', text: '# Shopping\n\n- milk\n- bread\n' }],
  'a binary file': [{ name: 'picture.md', bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 0, 0xff, 0xfe, 0, 0, 9, 0, 0]) }],
  'only blanks': [{ name: 'blank.md', text: ' \n\n\t\n' }],
};

for (const [what, [file, ...words]] of Object.entries(BAD)) {
  test(`${what} is named in an alert`, async () => {
    const page = await deck.open();
    await openFiles(page, file);
    await isAlert(page, file.name, ...words);
    await stillWorks(page);
  });
}

test('50 MB of noise is refused, and the page lives', async () => {
  const page = await deck.open();
  const { writeFileSync, mkdtempSync, rmSync } = await import('node:fs');
  const folder = mkdtempSync('/tmp/paperdeck-noise-');
  try {
    writeFileSync(`${folder}/noise.md`, noise(50e6));
    await page.getByLabel('Open digests').setInputFiles(`${folder}/noise.md`);
    await settled(page);
    await isAlert(page, 'noise.md');
    await stillWorks(page);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a digest with bytes that are no UTF-8 is shown all the same', async () => {
  const page = await deck.open();
  const bytes = Buffer.concat([Buffer.from(brought('Broken B')), Buffer.from('### 2.Second \xff\xfe\x80 Paper  [ :arrow_down: ](https://arxiv.org/pdf/2201.00009.pdf)\n>  A\xc3 b.\n', 'latin1')]);
  await openFiles(page, { name: 'latin.md', bytes });
  await isStatus(page, `${PAPERS + 2} of ${PAPERS + 2} papers`);
  await search(page, 'second paper');
  assert.equal((await titles(page)).length, 1);
});

test('a digest that is cut in the middle keeps what is whole', async () => {
  const page = await deck.open();
  const whole = Object.values(DIGESTS)[0].replaceAll('2103.06', '2203.06');
  await openFiles(page, { name: 'cut.md', text: whole.slice(0, whole.indexOf('Segmentation') + 30) });
  await search(page, INVOLUTION);
  assert.ok((await titles(page)).length >= 1);
});

test('good files among bad ones are opened', async () => {
  const page = await deck.open();
  await openFiles(page, { name: 'empty.md', text: '' }, { name: 'good.md', text: brought('Good Paper') }, { name: 'shopping.md', text: 'milk' });
  await isStatus(page, `${PAPERS + 1} of ${PAPERS + 1} papers`);
  await isAlert(page, 'empty.md');
  await isAlert(page, 'shopping.md');
});

test('an alert can be dismissed', async () => {
  const page = await deck.open();
  await openFiles(page, { name: 'empty.md', text: '' });
  await isAlert(page, 'empty.md');
  await button(page, 'Dismiss').click();
  await settled(page);
  await hasNoAlert(page);
});

test('a digest that is not found is named, the others are there', async () => {
  deck.allow(/404/);
  deck.site.answer(`digests/${SECOND}`, { status: 404 });
  const page = await deck.open();
  await isAlert(page, SECOND, '404');
  await isStatus(page, '6 of 6 papers');
});

test('a server that fails is named', async () => {
  deck.allow(/500/);
  deck.site.answer(`digests/${FIRST}`, { status: 500 });
  const page = await deck.open();
  await isAlert(page, FIRST, '500');
  await isStatus(page, '4 of 4 papers');
});

test('a site without index.json says so and takes files', async () => {
  deck.allow(/404/);
  deck.site.answer('digests/index.json', { status: 404 });
  const page = await deck.open();
  await isAlert(page, 'index.json', '404');
  await openFiles(page, { name: 'good.md', text: brought('Good Paper') });
  await isStatus(page, '1 of 1 paper');
});

const WRONG_LISTS = {
  'that is no JSON': 'digests: 2021',
  'that is no list': '{"version":1,"digests":{"path":"a"}}',
  'that is a page of the host': '<!doctype html><title>Not found</title>',
  'of another version': '{"version":99,"digests":[]}',
};

for (const [what, text] of Object.entries(WRONG_LISTS)) {
  test(`an index.json ${what} is named`, async () => {
    deck.site.answer('digests/index.json', text);
    const page = await deck.open();
    await isAlert(page, 'index.json');
    await openFiles(page, { name: 'good.md', text: brought('Good Paper') });
    await isStatus(page, '1 of 1 paper');
  });
}

test('an index.json cannot send the page elsewhere', async () => {
  const asked = [];
  const paths = ['https://evil.example/x.md', '//evil.example/x.md', '../secret.md', '/secret.md', 'javascript:alert(1)'];
  deck.site.answer('digests/index.json', JSON.stringify({ version: 1, digests: [...paths.map((path) => ({ path })), { path: FIRST }] }));
  const page = await deck.page({ before: (opened) => opened.on('request', (request) => asked.push(request.url())) });
  await deck.started(page);
  await isStatus(page, '6 of 6 papers');
  assert.deepEqual(asked.filter((address) => !address.startsWith(deck.site.url)), []);
  assert.equal(deck.site.count('secret.md'), 0);
});

test('unknown keys of index.json are ignored, names with blanks, # and % are found', async () => {
  const name = '2021 03 11 #1 100%.md';
  deck.site.setDigests({});
  deck.site.answer('digests/index.json', JSON.stringify({ version: 1, made_by: 'x', digests: [{ path: encodeURIComponent(name), mood: 'good' }] }));
  deck.site.answer(`digests/${encodeURIComponent(name)}`, brought('Oddly Named'));
  const page = await deck.open();
  await isStatus(page, '1 of 1 paper');
  await hasNoAlert(page);
});

test('an empty list is no error', async () => {
  deck.site.setDigests({});
  const page = await deck.open();
  await isStatus(page, '0 of 0 papers');
  await hasNoAlert(page);
});
