// paperdeck.html, the whole program in one file: it opens from file://, with the sample inside, and takes files.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { brought } from './digests.mjs';
import { SINGLE_FILE, dropFiles, eventually, openFiles, search, stats, status, titles, useDeck } from './site.mjs';

const deck = useDeck();
const options = { skip: existsSync(SINGLE_FILE) ? false : `${SINGLE_FILE} is not built (./build-wasm.sh --single-file)` };
const open = (more) => deck.open({ address: pathToFileURL(SINGLE_FILE).href, ...more });

test('it shows the sample, and asks for nothing', options, async () => {
  const asked = [];
  const page = await open({ before: (opened) => opened.on('request', (request) => asked.push(request.url())) });
  const { papers } = await stats(page);
  assert.ok(papers >= 40, `${papers} papers`);
  assert.equal(await status(page), `${papers} of ${papers} papers`);
  assert.deepEqual(asked.filter((address) => !/^(file|blob|data):/.test(address)), []);
  assert.equal(asked.filter((address) => address.startsWith('file:')).length, 1);
});

test('it searches', options, async () => {
  const page = await open();
  const [title] = await titles(page);
  await search(page, `"${title.split(/[$:]/)[0].trim()}"`);
  assert.ok((await titles(page)).includes(title));
});

test('it takes dropped and opened files, and keeps them', options, async () => {
  const page = await open();
  const { papers } = await stats(page);
  await dropFiles(page, { name: 'mine.md', text: brought('Dropped Paper') });
  await openFiles(page, { name: 'other.md', text: brought('Opened Paper', '2201.00002') });
  assert.equal((await stats(page)).papers, papers + 2);
  await deck.reload(page);
  await eventually(async () => assert.equal((await stats(page)).papers, papers + 2));
});
