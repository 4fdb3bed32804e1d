// The search engine beside libraries from npm: the same papers, queries and node, each in a process of its own.
//   paperdeck-cli search '' FOLDER --json --limit 100000 >PAPERS.jsonl
//   cmake --preset web-tests && cmake --build --preset web-bench && npm ci --prefix tests/bench
//   node tests/bench/peers.mjs PAPERS.jsonl [--only ours,minisearch,…] [--runs N] [--known N] [--minutes N]
// Times of a query are medians of its runs, after one that is not counted; the percentiles are over queries.
// --minutes is the most that a peer gets for one kind of search and for the known items: one that is slower is asked less,
// evenly spread over all there is to ask, and its row says how much.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { knownItems } from './known_item.mjs';

const kHere = path.dirname(fileURLToPath(import.meta.url));
const kOurs = path.join(kHere, '../../build/web-tests/search_bench.js');
const kQueries = path.join(kHere, 'queries.txt');
const kShown = 10;

function option(name, fallback) {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : process.argv[at + 1];
}

const readPapers = (file) => fs.readFileSync(file, 'utf8').trim().split('\n').map((line, id) => {
  const { title, authors = [], abstract } = JSON.parse(line);
  return { id, title, authors: authors.join(', '), abstract };
});
const plainQueries = () => fs.readFileSync(kQueries, 'utf8').split('# other')[0].split('\n').filter((line) => line && !line.startsWith('#'));

// Each makes an index of `papers`, and gives searches: by name one that is timed, all results, and `known`, the
// best ten for known items, with the settings that do best there.
const kFields = ['title', 'authors', 'abstract'];
const kPeers = {
  async minisearch(papers) {
    const { default: MiniSearch } = await import('minisearch');
    const index = new MiniSearch({ fields: kFields, searchOptions: { boost: { title: 3 } } });
    index.addAll(papers);
    const exact = { prefix: true, combineWith: 'AND' };
    return {
      timed: { 'MiniSearch, prefix, AND': (q) => index.search(q, exact), 'MiniSearch, prefix, AND, fuzzy 0.2': (q) => index.search(q, { ...exact, fuzzy: 0.2 }) },
      known: (q) => index.search(q, { prefix: true, fuzzy: 0.2 }).slice(0, kShown).map((found) => found.id),
    };
  },
  async flexsearch(papers) {
    const { default: FlexSearch } = await import('flexsearch');
    const index = new FlexSearch.Document({ document: { id: 'id', index: kFields }, tokenize: 'forward' });
    for (const paper of papers) index.add(paper);
    const known = (q) => {
      const found = new Set();
      for (const field of index.search(q, { limit: kShown, suggest: true })) for (const id of field.result) found.add(id);
      return [...found].slice(0, kShown);
    };
    return { timed: { 'FlexSearch, first 100': (q) => index.search(q, { limit: 100 }) }, known };
  },
  async lunr(papers) {
    const { default: lunr } = await import('lunr');
    const index = lunr(function make() {
      this.ref('id');
      for (const field of kFields) this.field(field, { boost: field === 'title' ? 3 : 1 });
      for (const paper of papers) this.add(paper);
    });
    const all = (q) => index.search(q.split(' ').map((word) => `+${word}*`).join(' '));
    return { timed: { 'Lunr, prefix, AND': all }, known: (q) => index.search(q).slice(0, kShown).map((found) => +found.ref) };
  },
  async orama(papers) {
    const { create, insertMultiple, search } = await import('@orama/orama');
    const index = create({ schema: { paper: 'number', title: 'string', authors: 'string', abstract: 'string' } });
    await insertMultiple(index, papers.map(({ id, ...text }) => ({ paper: id, ...text })), 1000);
    const known = async (q) => {
      const { hits } = await search(index, { term: q, limit: kShown, tolerance: 1, boost: { title: 3 }, properties: kFields });
      return hits.map((hit) => hit.document.paper);
    };
    return { timed: { 'Orama, first 100': (q) => search(index, { term: q, limit: 100 }) }, known };
  },
};

const inUse = () => {
  globalThis.gc();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: heapUsed + external, rss };
};

const percentiles = (times) => {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.floor((sorted.length - 1) * share)];
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
};

// `all` in an order of which every beginning is spread over the whole: by steps of about the golden section.
function spread(all) {
  const coprime = (a, b) => (b === 0 ? a === 1 : coprime(b, a % b));
  let step = Math.max(1, Math.round(all.length * 0.618));
  while (!coprime(all.length, step)) ++step;
  return all.map((_, i) => all[(i * step) % all.length]);
}

// A first run that the limit ends is all there is, so it is then counted though nothing had warmed it up.
async function timeQueries(search, queries, runs, limit_ms) {
  const times = new Map(), failed = new Set();
  const end = performance.now() + limit_ms;
  let complete = 0;
  for (let run = 0; run <= runs && performance.now() < end; ++run) {
    for (const query of spread(queries)) {
      if (performance.now() >= end) break;
      const start = performance.now();
      try {
        await search(query);
      } catch (error) {
        failed.add(query);
        continue;
      }
      const ms = performance.now() - start;
      if (run > 1) times.get(query).push(ms);
      else times.set(query, [ms]);
    }
    if (performance.now() < end) complete = run;
  }
  return { ...percentiles([...times.values()].map((of) => percentiles(of).p50)), queries: times.size, runs: complete, failed: [...failed] };
}

async function ranksOf(search, items, limit_ms) {
  const kinds = {};
  const end = performance.now() + limit_ms;
  for (const { kind, paper, query } of spread(items)) {
    if (performance.now() >= end) break;
    const ranks = kinds[kind] ??= { sum: 0, count: 0 };
    let place = -1;
    try {
      place = (await search(query)).indexOf(paper);
    } catch { /* an exception finds nothing */ }
    if (place >= 0) ranks.sum += 1 / (place + 1);
    ++ranks.count;
  }
  const known = Object.values(kinds).reduce((sum, { count }) => sum + count, 0);
  return { mrr: Object.fromEntries(Object.entries(kinds).map(([kind, { sum, count }]) => [kind, sum / count])), known };
}

// In a process of its own: rows as JSON.
async function runPeer(name, file, runs, known, limit_ms) {
  const papers = readPapers(file);
  const items = knownItems(papers, known);
  const before = inUse();
  const start = performance.now();
  const { timed, known: sought } = await kPeers[name](papers);
  const build_ms = performance.now() - start;
  const after = inUse();
  const shared = { build_ms, heap_mb: (after.heap - before.heap) / 1e6, rss_mb: (after.rss - before.rss) / 1e6 };
  const rows = [];
  for (const [title, search] of Object.entries(timed)) rows.push({ title, ...shared, plain: await timeQueries(search, plainQueries(), runs, limit_ms) });
  const ranks = await ranksOf(sought, items, limit_ms);
  for (const row of rows) Object.assign(row, ranks);
  console.log(JSON.stringify(rows));
}

function output(command, args) {
  const { status, stdout, error } = spawnSync(command, args, { stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`${args.join(' ')}: ${error ?? `exit code ${status}`}`);
  return JSON.parse(stdout);
}

function runOurs(file, runs, known) {
  const knownFile = path.join(os.tmpdir(), `paperdeck-known-${process.pid}.tsv`);
  fs.writeFileSync(knownFile, knownItems(readPapers(file), known).map(({ kind, paper, query }) => `${kind}\t${paper}\t${query}\n`).join(''));
  const row = output(process.execPath, ['--no-experimental-fetch', kOurs, file, kQueries, knownFile, String(runs)]);
  fs.rmSync(knownFile);
  for (const { query, ms, found } of row.slowest) console.error(`slow: ${ms.toFixed(2)} ms, ${found} papers: ${query}`);
  return [{ title: 'Paperdeck, WebAssembly', ...row }];
}

function printHead() {
  console.log('| | build, s | index, MB (resident) | plain words, ms: p50 / p95 / max | all 200 | title4 | title4miss | abs5 | asked |');
  console.log('|---|---|---|---|---|---|---|---|---|');
}

function printRow(row) {
  const times = (of) => (of ? `${of.p50.toFixed(2)} / ${of.p95.toFixed(2)} / ${of.max.toFixed(1)}` : '');
  const asked = ({ plain, known }) => (plain.queries ? `${plain.queries} queries ${plain.runs ? `× ${plain.runs}` : 'once, cold'}, ${known} items${plain.failed.length ? `; an exception for ${plain.failed.join(', ')}` : ''}` : 'all');
  const score = (row, kind) => row.mrr[kind]?.toFixed(3) ?? '';
  const memory = row.heap_mb.toFixed(0) + (row.rss_mb ? ` (${row.rss_mb.toFixed(0)})` : '');
  console.log(`| ${row.title} | ${(row.build_ms / 1000).toFixed(2)} | ${memory} | ${times(row.plain)} | ${times(row.all)} | ${score(row, 'title4')} | ${score(row, 'title4miss')} | ${score(row, 'abs5')} | ${asked(row)} |`);
}

const file = process.argv[2];
const [runs, known, minutes, one] = [+option('--runs', 3), +option('--known', 2000), +option('--minutes', 30), option('--one')];
if (one) {
  await runPeer(one, file, runs, known, minutes * 60_000);
} else {
  printHead();
  for (const name of option('--only', ['ours', ...Object.keys(kPeers)].join()).split(',')) {
    const again = ['--expose-gc', '--max-old-space-size=12000', fileURLToPath(import.meta.url), file, '--one', name, '--runs', String(runs), '--known', String(known), '--minutes', String(minutes)];
    try {
      for (const row of name === 'ours' ? runOurs(file, runs, known) : output(process.execPath, again)) printRow(row);
    } catch (error) {
      console.log(`| ${name}: ${error.message.split(': ').at(-1)} | | | | | | | | |`);
    }
  }
}
