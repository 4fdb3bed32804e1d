// A large library in the built site, in headless Chromium with software GL: for the benchmarks of frames and keystrokes.
import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Site } from '../web/server.mjs';
import { SITE, launch } from '../web/site.mjs';

const VIEW = { width: 1440, height: 900 };

// The built site with this folder in place of its own digests.
function siteWith(digests) {
  const root = mkdtempSync(join(tmpdir(), 'paperdeck-bench-'));
  for (const name of readdirSync(SITE).filter((entry) => entry !== 'digests')) symlinkSync(join(resolve(SITE), name), join(root, name));
  symlinkSync(resolve(digests), join(root, 'digests'));
  return root;
}

// Calls `use(page)` once all of the folder is loaded; `init` runs in the page before its own scripts.
export async function withLibrary(folder, init, use) {
  if (!folder) {
    console.error(`usage: node ${process.argv[1]} DIR, a folder of digests with its index.json`);
    process.exit(2);
  }
  const root = siteWith(folder);
  const site = await Site.start(root);
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: VIEW });
    await page.addInitScript(init);
    page.on('pageerror', (error) => { throw error; });
    const begin = Date.now();
    await page.goto(site.url, { waitUntil: 'commit' });
    await page.waitForFunction(() => window.paperdeck);
    await page.evaluate(() => window.paperdeck.ready);
    await page.evaluate(() => window.paperdeck.settled());
    const { papers, heap_bytes } = await page.evaluate(() => window.paperdeck.stats());
    console.log(`${papers} papers loaded in ${((Date.now() - begin) / 1000).toFixed(0)} s, memory ${(heap_bytes / 1e6).toFixed(0)} MB`);
    await use(page);
  } finally {
    await browser.close();
    await site.stop();
    rmSync(root, { recursive: true, force: true });
  }
}
