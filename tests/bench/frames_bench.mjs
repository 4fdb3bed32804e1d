// What a frame costs while the list scrolls fast through a large library, in headless Chromium with software GL: the CPU
// side (building the frame), GL submission, the mirror, cards laid out and allocations, for wheel, keys and scrollbar.
// Over the limit it ends with 1.
//
// usage: node tests/bench/frames_bench.mjs DIR      after ./build-wasm.sh and `paperdeck-cli index DIR`
import { withLibrary } from './library_page.mjs';

const LIMIT_MEDIAN_MS = 4;
const LIMIT_P99_MS = 8;
const FRAMES = 300;
const OVER_LIST = { x: 620, y: 500 };

// Every frame's figures go into window.frameFigures; the page's own clock is used.
function collectFrames() {
  const original = window.requestAnimationFrame.bind(window);
  window.frameFigures = [];
  let seen = { frames: 0, cards_laid_out: 0 };
  window.requestAnimationFrame = (callback) => original((time) => {
    callback(time);
    const now = window.paperdeck.stats();
    if (now.frames === seen.frames) return;
    window.frameFigures.push({ ...now.last_frame, cards: now.cards_laid_out - seen.cards_laid_out });
    seen = now;
  });
}

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

function summary(frames, name) {
  const values = frames.map((frame) => frame[name]).sort((a, b) => a - b);
  return { median: at(values, 0.5), p99: at(values, 0.99), most: values.at(-1) };
}

async function measure(page, what, scroll) {
  await page.evaluate(() => { window.frameFigures.length = 0; });
  await scroll(page);
  await page.evaluate(() => window.paperdeck.settled());
  const frames = await page.evaluate(() => window.frameFigures);
  console.log(`\n${what}: ${frames.length} frames${' '.repeat(Math.max(1, 34 - what.length))}median     99 %     most`);
  const rows = { build_ms: 'frame built (CPU)', submit_ms: 'GL submission', publish_ms: 'mirror', cards: 'cards laid out', allocations: 'allocations' };
  for (const [name, words] of Object.entries(rows)) {
    const { median, p99, most } = summary(frames, name);
    console.log(`  ${words.padEnd(44)}${[median, p99, most].map((value) => value.toFixed(name.endsWith('ms') ? 1 : 0).padStart(9)).join('')}`);
  }
  const still = frames.filter(({ cards }) => cards === 0);
  const allocating = still.filter(({ allocations }) => allocations > 0);
  console.log(`  frames without a new card: ${still.length}, of these with an allocation: ${allocating.length}`);
  return summary(frames, 'build_ms');
}

// Wheel events as fast as the page takes them, px a frame.
async function wheel(page, step_px, frames = FRAMES) {
  await page.mouse.move(OVER_LIST.x, OVER_LIST.y);
  await page.evaluate(([step, count, x, y]) => new Promise((done) => {
    let left = count;
    const turn = () => {
      const target = document.elementFromPoint(x, y);
      target.dispatchEvent(new WheelEvent('wheel', { deltaY: step, clientX: x, clientY: y, bubbles: true, cancelable: true }));
      left -= 1;
      if (left > 0) setTimeout(turn, 16);
      else done();
    };
    turn();
  }), [step_px, frames, OVER_LIST.x, OVER_LIST.y]);
}

async function keys(page) {
  for (let i = 0; i < 100; i += 1) await page.keyboard.press('PageDown');
}

async function bar(page) {
  const feed = await page.getByRole('feed', { name: 'Papers', exact: true }).boundingBox();
  const x = feed.x + feed.width - 6;
  await page.mouse.move(x, feed.y + 18);
  await page.mouse.down();
  for (let i = 1; i <= 100; i += 1) await page.mouse.move(x, feed.y + 18 + ((feed.height - 60) * i) / 100);
  await page.mouse.up();
}

await withLibrary(process.argv[2], collectFrames, async (page) => {
  const builds = [
    await measure(page, 'wheel, 1,200 px a turn', () => wheel(page, 1200)),
    await measure(page, 'wheel, 100 px a turn', () => wheel(page, 100)),
    await measure(page, 'wheel back, 100 px a turn', () => wheel(page, -100)),
    await measure(page, 'PageDown', () => keys(page)),
    await measure(page, 'scrollbar dragged over the whole list', () => bar(page)),
  ];
  const isWithin = builds.every(({ median, p99 }) => median <= LIMIT_MEDIAN_MS && p99 <= LIMIT_P99_MS);
  console.log(`\n${isWithin ? 'within' : 'over'} the limits: ${LIMIT_MEDIAN_MS} ms median, ${LIMIT_P99_MS} ms for 99 %`);
  if (!isWithin) process.exitCode = 1;
});
