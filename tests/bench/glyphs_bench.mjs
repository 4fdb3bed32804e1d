// What 2,000 different ideographs that come into sight at once cost a frame: the longest frame callback, and the part of
// it that the 2D canvas took; the best of 5 runs, because others of the machine only ever add. Named: a font of the
// page's list has them; else the browser looks for one itself.
//
// usage: node tests/bench/glyphs_bench.mjs       after ./build-wasm.sh; PAPERDECK_SITE names another site
import { digest } from '../web/digests.mjs';
import { Site } from '../web/server.mjs';
import { SITE, launch } from '../web/site.mjs';

const RUNS = 5;
const GLYPHS = 2000;

// In the page, before its scripts: counts the time inside of the canvas and of each frame callback.
function watch(isNamed) {
  window.watched = { canvas_ms: 0, frame_ms: 0 };
  const prototype = CanvasRenderingContext2D.prototype;
  for (const name of ['measureText', 'fillText', 'getImageData', 'clearRect']) {
    const original = prototype[name];
    prototype[name] = function timed(...args) {
      const begin = performance.now();
      const result = original.apply(this, args);
      window.watched.canvas_ms += performance.now() - begin;
      return result;
    };
  }
  if (!isNamed) {
    const { set, get } = Object.getOwnPropertyDescriptor(prototype, 'font');
    Object.defineProperty(prototype, 'font', { get, set(font) { set.call(this, font.replace(/, ?"[^]*,/, ',')); } });
  }
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => request((time) => {
    const begin = performance.now();
    callback(time);
    window.watched.frame_ms = Math.max(window.watched.frame_ms, performance.now() - begin);
  });
}

const abstract = (code) => Array.from({ length: GLYPHS }, (_, i) => String.fromCodePoint(code(i))).join('');
const paper = (id, title, code) => ({ id, title, abstract: abstract(code) });

const site = await Site.start(SITE);
site.setDigests({ '2021-03-11.cs.CL.md': digest('cs.CL', 'Thu, 11 Mar 2021', [
  paper('2103.00001', 'One ideograph', () => 0x4e00), paper('2103.00002', 'Many ideographs', (i) => 0x5000 + i)]) });
const browser = await launch();
for (const [name, isNamed] of [['named', true], ['not named', false]]) {
  const frames = [], canvases = [];
  for (let run = 0; run < RUNS; run += 1) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 2200 } });
    await page.addInitScript(watch, isNamed);
    await page.goto(site.url);
    await page.waitForFunction(() => window.paperdeck);
    await page.evaluate(() => window.paperdeck.ready.then(() => window.paperdeck.settled()));
    await page.evaluate(() => { window.watched.canvas_ms = 0; window.watched.frame_ms = 0; });
    await page.keyboard.press('j');
    await page.evaluate(() => window.paperdeck.settled());
    const { canvas_ms, frame_ms } = await page.evaluate(() => window.watched);
    canvases.push(canvas_ms);
    frames.push(frame_ms);
    await page.close();
  }
  console.log(`${name}: longest frame ${Math.min(...frames).toFixed(0)} ms, canvas ${Math.min(...canvases).toFixed(0)} ms, `
    + `${(1000 * Math.min(...canvases) / GLYPHS).toFixed(0)} µs a glyph`);
}
await browser.close();
await site.stop();
