// A small static host for the tests: serves a folder under a sub-path on a random port, notes every request, and answers
// chosen paths with something else (a 404, another file, late, or not at all).
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

const typeOf = (path) => TYPES[extname(path)] || 'application/octet-stream';

function fileIn(root, path) {
  const file = join(root, normalize(decodeURIComponent(path)).replace(/^(\.\.[/\\])+/, ''));
  try {
    return statSync(file).isDirectory() ? join(file, 'index.html') : file;
  } catch {
    return null;
  }
}

export class Site {
  /** @param {string} root the folder to serve  @param {string} base the sub-path, with a slash at both ends */
  constructor(root, base = '/some/where/') {
    this.root = root;
    this.base = base;
    this.requests = [];        // {path, headers}, path relative to base, without the query
    this.answers = new Map();  // path → {status, body, headers, delay_ms} or {hangs: true}
    this.server = createServer((request, response) => this.#answer(request, response));
  }

  static async start(root, base) {
    const site = new Site(root, base);
    await new Promise((resolve) => { site.server.listen(0, '127.0.0.1', resolve); });
    return site;
  }

  get url() {
    return `http://127.0.0.1:${this.server.address().port}${this.base}`;
  }

  /** Answers `path` with this from now on; a string is the body. */
  answer(path, what) {
    this.answers.set(path, typeof what === 'string' ? { body: what } : what);
  }

  /** Serves these digests, {name: text}, in place of the folder's own. */
  setDigests(digests, listed = Object.keys(digests)) {
    this.answers.clear();
    const list = listed.map((path) => ({ path: encodeURI(path), date: path.slice(0, 10) }));
    this.answer('digests/index.json', JSON.stringify({ version: 1, digests: list }));
    for (const [name, text] of Object.entries(digests)) this.answer(`digests/${encodeURI(name)}`, text);
  }

  count(path) {
    return this.requests.filter((request) => request.path === path).length;
  }

  async stop() {
    this.server.closeAllConnections();
    await new Promise((resolve) => { this.server.close(resolve); });
  }

  async #answer(request, response) {
    const { pathname } = new URL(request.url, 'http://host');
    if (!pathname.startsWith(this.base)) {
      response.writeHead(404).end();
      return;
    }
    const path = pathname.slice(this.base.length);
    this.requests.push({ path, headers: request.headers });
    const { status = 200, body, headers = {}, delay_ms = 0, hangs } = this.answers.get(path) || {};
    if (hangs) return;
    if (delay_ms) await new Promise((resolve) => { setTimeout(resolve, delay_ms); });
    const type = path === '' ? TYPES['.html'] : typeOf(path);
    const head = { 'content-type': type, 'cache-control': 'no-cache', ...headers };
    if (body !== undefined || status !== 200) {
      response.writeHead(status, head).end(body);
      return;
    }
    const file = fileIn(this.root, path || 'index.html');
    if (!file) response.writeHead(404, head).end();
    else createReadStream(file).on('open', () => response.writeHead(200, head)).on('error', () => response.destroy()).pipe(response);
  }
}
