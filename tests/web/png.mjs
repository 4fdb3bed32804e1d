// Reads the PNG files that Playwright makes (8 bits a channel, RGB or RGBA, not interlaced), measures, shrinks and writes them.
import { deflateSync, inflateSync } from 'node:zlib';

function paeth(a, b, c) {
  const p = a + b - c;
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
  if (pa <= pb && pa <= pc) return a;
  return pb <= pc ? b : c;
}

function unfilter(raw, width, height, channels) {
  const stride = width * channels;
  const out = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x >= channels ? out[at - channels] : 0;
      const up = y > 0 ? out[at - stride] : 0;
      const corner = x >= channels && y > 0 ? out[at - stride - channels] : 0;
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
      out[at] = raw[y * (stride + 1) + 1 + x] + predicted;
    }
  }
  return out;
}

/** {width, height, at(x, y) → [r, g, b]} */
export function readPng(file) {
  let width, height, channels;
  const data = [];
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    const body = file.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') {
      [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
      channels = { 2: 3, 6: 4 }[body[9]];
      if (body[8] !== 8 || !channels || body[12]) throw new Error('a PNG of another kind than Playwright makes');
    }
    if (type === 'IDAT') data.push(body);
    at += 12 + length;
  }
  const pixels = unfilter(inflateSync(Buffer.concat(data)), width, height, channels);
  const at = (x, y) => Array.from(pixels.subarray((y * width + x) * channels, (y * width + x) * channels + 3));
  return { width, height, at };
}

const luminance = ([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** Mean and standard deviation of the luminance, 0 to 255. */
export function measure(png) {
  let sum = 0, squares = 0;
  for (let y = 0; y < png.height; y += 1) {
    for (let x = 0; x < png.width; x += 1) {
      const value = luminance(png.at(x, y));
      sum += value;
      squares += value * value;
    }
  }
  const count = png.width * png.height;
  const mean = sum / count;
  return { mean, deviation: Math.sqrt(Math.max(squares / count - mean * mean, 0)) };
}

/** The part of the page that lies under an element. */
export async function pixelsOf(page, locator) {
  return readPng(await page.screenshot({ clip: await locator.boundingBox() }));
}

/** The picture with each square of `by` pixels made one, its mean. */
export function shrunk(png, by) {
  const [width, height] = [Math.floor(png.width / by), Math.floor(png.height / by)];
  const pixels = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i += 1) {
    const sum = [0, 0, 0];
    for (let j = 0; j < by * by; j += 1) {
      const [r, g, b] = png.at((i % width) * by + (j % by), Math.floor(i / width) * by + Math.floor(j / by));
      sum[0] += r;
      sum[1] += g;
      sum[2] += b;
    }
    for (let c = 0; c < 3; c += 1) pixels[i * 3 + c] = Math.round(sum[c] / (by * by));
  }
  return { width, height, at: (x, y) => Array.from(pixels.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)) };
}

function crc32(bytes) {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xEDB88320 : 0);
  }
  return ~crc >>> 0;
}

function chunk(type, body) {
  const out = Buffer.alloc(body.length + 12);
  out.writeUInt32BE(body.length, 0);
  out.write(type, 4, 'latin1');
  body.copy(out, 8);
  out.writeUInt32BE(crc32(out.subarray(4, 8 + body.length)), 8 + body.length);
  return out;
}

/** A PNG file, RGB, each row as its difference to the one above. */
export function writePng({ width, height, at }) {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const raw = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    const row = y * (1 + width * 3);
    raw[row] = y > 0 ? 2 : 0;
    for (let x = 0; x < width; x += 1) {
      const above = y > 0 ? at(x, y - 1) : [0, 0, 0];
      at(x, y).forEach((value, c) => { raw[row + 1 + x * 3 + c] = value - above[c]; });
    }
  }
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(raw, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}
