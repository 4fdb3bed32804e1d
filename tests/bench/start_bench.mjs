// How long from navigation to the first card drawn, in headless Chromium with software GL: medians of 7 cold starts, with
// the steps of the time. Over the limit it ends with 1.
//
// usage: node tests/bench/start_bench.mjs        after ./build-wasm.sh; PAPERDECK_SITE names another site
import { Site } from '../web/server.mjs';
import { SITE, launch } from '../web/site.mjs';

const RUNS = 7;
const LIMIT_MS = 1200;
// The marks of web/boot.js, in order, and what ends with each.
const STEPS = [
  ['html', 'index.html is there'],
  ['js', 'the page’s own script runs'],
  ['wasm-fetched', 'the WebAssembly is there'],
  ['context', 'the GL context is begun'],
  ['compiled', 'the context is made, the WebAssembly compiled'],
  ['main', 'it is instantiated, main starts'],
  ['main-done', 'main has run'],
  ['shown', 'the first card is drawn'],
];

async function coldStart(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.paperdeck);
  await page.evaluate(() => window.paperdeck.ready);
  const times_ms = await page.evaluate(() => {
    const marks = performance.getEntriesByType('mark').filter(({ name }) => name.startsWith('paperdeck:'));
    const html = performance.getEntriesByType('navigation')[0].responseEnd;
    return Object.fromEntries([['html', html], ...marks.map(({ name, startTime }) => [name.slice(10), startTime])]);
  });
  await context.close();
  return times_ms;
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const site = await Site.start(SITE);
const browser = await launch();
const runs = [];
for (let i = 0; i < RUNS; i += 1) runs.push(await coldStart(browser, site.url));
await browser.close();
await site.stop();

let before = 0;
console.log(`${'ms'.padStart(7)}${'step'.padStart(8)}   medians of ${RUNS} cold starts`);
for (const [mark, what] of STEPS) {
  const at = median(runs.map((times) => times[mark]));
  console.log(`${at.toFixed(0).padStart(7)}${(at - before).toFixed(0).padStart(8)}   ${what}`);
  before = at;
}
const all = runs.map(({ shown }) => shown.toFixed(0)).join(' ');
console.log(`first card after ${before.toFixed(0)} ms; the limit is ${LIMIT_MS} ms (all: ${all})`);
if (before > LIMIT_MS) process.exitCode = 1;
