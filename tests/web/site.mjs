// What every web test needs: the built site on a server of its own, Chromium, a page that has started, and the digests
// it shows. Any error in the console, any exception and any breach of the content security policy fails the test.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { afterEach, before, after, beforeEach } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { BIG_DIGEST, DIGESTS } from './digests.mjs';
import { Site } from './server.mjs';

const inRepository = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const SITE = process.env.PAPERDECK_SITE || inRepository('build/web/site');
export const SINGLE_FILE = process.env.PAPERDECK_SINGLE_FILE || inRepository('build/web/paperdeck.html');
const CHROMIUM = process.env.CHROMIUM
  || ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
// So many times slower than it is: what fails then waits for a time instead of for what should happen.
const SLOWER = Number(process.env.PAPERDECK_SLOWER || 0);
const FLAGS = ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist',
  '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const launch = () => chromium.launch({ executablePath: CHROMIUM, args: FLAGS });

/** Runs `check` again and again until it holds, or throws what it threw last. */
export async function eventually(check, limit_ms = 5000) {
  const end_ms = Date.now() + limit_ms;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end_ms) throw error;
      await new Promise((resolve) => { setTimeout(resolve, 50); });
    }
  }
}

// ---- What a page shows, by role and name

export const settled = (page) => page.evaluate(() => window.paperdeck.settled());
export const stats = (page) => page.evaluate(() => window.paperdeck.stats());
export const status = (page) => page.getByRole('status').textContent();
export const feed = (page) => page.getByRole('feed', { name: 'Papers', exact: true });
export const searchBox = (page) => page.getByRole('searchbox', { name: 'Search papers', exact: true });
export const titles = (page) => feed(page).getByRole('heading', { level: 2 }).allTextContents();
export const card = (page, title) => feed(page).getByRole('article', { name: title });
export const detail = (page) => page.getByRole('region', { name: 'Paper', exact: true });
export const filter = (page, group, name) => page.getByRole('group', { name: group, exact: true })
  .getByRole('checkbox', { name, exact: true });
export const button = (page, name) => page.getByRole('button', { name, exact: true });

export async function search(page, query) {
  await searchBox(page).fill(query);
  await settled(page);
}

export const isStatus = (page, expected) => eventually(async () => assert.equal(await status(page), expected));

/** Waits for the alert that names `file` and holds all of `words`. */
export const isAlert = (page, file, ...words) => eventually(async () => {
  const texts = await page.getByRole('alert').allTextContents();
  const found = texts.find((text) => [file, ...words].every((word) => text.includes(word)));
  assert.ok(found, `no alert with ${[file, ...words].join(', ')} in ${JSON.stringify(texts)}`);
});

export const hasNoAlert = async (page) => assert.deepEqual(await page.getByRole('alert').allTextContents(), []);

// ---- Files

/** {name, text|bytes} as Playwright wants files for an input. */
const payload = ({ name, text, bytes }) => ({ name, mimeType: 'text/markdown', buffer: bytes || Buffer.from(text) });

export async function openFiles(page, ...files) {
  await page.getByLabel('Open digests').setInputFiles(files.map(payload));
  await settled(page);
}

export async function dropFiles(page, ...files) {
  const contents = files.map(({ name, text }) => ({ name, text }));
  await page.evaluate((list) => {
    const data = new DataTransfer();
    for (const { name, text } of list) data.items.add(new File([text], name, { type: 'text/markdown' }));
    for (const type of ['dragover', 'drop']) {
      document.getElementById('canvas').dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
    }
  }, contents);
  await settled(page);
}

export async function pasteText(page, text) {
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
  await settled(page);
}

// ---- A deck: server and browser for a test file, a page for each test

export class Deck {
  constructor() {
    this.problems = [];
    this.allowed = [];
    this.contexts = [];
  }

  /** A problem that the test brings about itself. */
  allow(pattern) { this.allowed.push(pattern); }

  async context(options = {}) {
    const context = await this.browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
    context.on('page', (page) => this.#watch(page));
    this.contexts.push(context);
    return context;
  }

  /** A page that is on its way; `open` waits until it shows its papers. */
  async page({ address = this.site.url, search: query = '', context, before: prepare, ...options } = {}) {
    const page = await (context || await this.context(options)).newPage();
    if (SLOWER) await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    if (prepare) await prepare(page);
    await page.goto(address + query, { waitUntil: 'commit' });
    return page;
  }

  async open(options) {
    const page = await this.page(options);
    await this.started(page);
    return page;
  }

  async started(page) {
    await page.waitForFunction(() => window.paperdeck);
    await page.evaluate(() => window.paperdeck.ready);
    await settled(page);
  }

  async reload(page) {
    await page.reload({ waitUntil: 'commit' });
    await this.started(page);
  }

  async finish() {
    for (const context of this.contexts.splice(0)) await context.close();
    const unexpected = this.problems.splice(0).filter((text) => !this.allowed.some((pattern) => pattern.test(text)));
    this.allowed = [];
    assert.deepEqual(unexpected, [], 'the page reported problems');
  }

  #watch(page) {
    page.on('pageerror', (error) => this.problems.push(`exception: ${error.stack || error}`));
    page.on('console', (message) => {
      const { url } = message.location();
      if (message.type() === 'error') this.problems.push(`console: ${message.text()} ${url}`);
    });
  }
}

/** Call once in a test file: a deck that is made anew for each test and serves `digests`. */
export function useDeck(digests = DIGESTS) {
  const deck = new Deck();
  before(async () => {
    deck.site = await Site.start(SITE);
    deck.browser = await launch();
  });
  beforeEach(() => {
    deck.site.root = SITE;
    deck.site.requests.length = 0;
    deck.site.setDigests(digests);
  });
  afterEach(() => deck.finish());
  after(async () => {
    await deck.browser.close();
    await deck.site.stop();
  });
  return deck;
}

export { BIG_DIGEST, DIGESTS };
