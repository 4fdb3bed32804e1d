// Glyphs that the program's own fonts lack (Chinese, Japanese, Korean, emoji …), drawn with the system's fonts by a 2D
// canvas. Nothing is downloaded for them.
'use strict';

{
  // Bit 0: semibold, bit 1: italic. Fonts without a bold face are made bold from 700 on only.
  const kStyles = ['', 'bold ', 'italic ', 'italic bold '];
  // Named, because Chromium asks another process for every single character that none of the named fonts has. The
  // first that has an ideograph gives its shape: those of the reader's language come first.
  const kFamilies = {
    zh: '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Micro Hei"',
    ja: '"Hiragino Sans", "Yu Gothic", "Noto Sans CJK JP", "Noto Sans JP"',
    ko: '"Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans CJK KR", "Noto Sans KR", NanumGothic',
  };
  // Pictures rather than the outlines that a font of text may have too.
  const kEmoji = '"Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji"';
  const kMissing = '\u{10ffff}';  // not a character: no font has it
  const kLargest_px = 512;

  const own = kFamilies[navigator.language.slice(0, 2)];
  const families = ['system-ui', ...(own ? [own] : []), ...Object.values(kFamilies), 'sans-serif'].join();
  const missing = new Map();  // font and carrier → what is drawn for a character that no font has
  let context = null;
  let isReadable = true;

  function makeContext() {
    const canvas = document.createElement('canvas');
    canvas.width = kLargest_px;
    canvas.height = kLargest_px;
    context = canvas.getContext('2d', { willReadFrequently: true });
    // Browsers that guard against fingerprints answer with noise.
    isReadable = context !== null && context.getImageData(0, 0, 8, 8).data.every((value) => value === 0);
  }

  function setFont(text, style, size_px) {
    if (!context) makeContext();
    const font = `${kStyles[style]}${size_px}px ${/\p{Emoji_Presentation}/u.test(text) ? `${kEmoji}, ` : ''}${families}`;
    if (!isReadable || context.asked === font) return;
    context.font = font;
    context.asked = font;
    context.fillStyle = '#fff';
  }

  // A mark that has no letter to stand on would get a dotted circle.
  const carrierOf = (text) => (/[\p{Mn}\p{Me}]/u.test(text) ? '\u00a0' : '');

  // advance, left, top, width, height; a pixel of room on each side for what is smoothed.
  function boxOf(text) {
    const m = context.measureText(text);
    const left = Math.floor(-m.actualBoundingBoxLeft) - 1;
    const top = Math.floor(-m.actualBoundingBoxAscent) - 1;
    const width = Math.ceil(m.actualBoundingBoxRight) + 1 - left;
    const height = Math.ceil(m.actualBoundingBoxDescent) + 1 - top;
    if (width <= 2 || height <= 2) return [m.width, 0, 0, 0, 0];
    return [m.width, left, top, Math.min(width, kLargest_px), Math.min(height, kLargest_px)];
  }

  function pixelsOf(text, left, top, width, height) {
    context.clearRect(0, 0, width, height);
    context.fillText(text, -left, -top);
    return context.getImageData(0, 0, width, height).data;
  }

  const isSame = (a, b) => a.every((value, i) => value === b[i]);

  // A browser does not say which characters it has no glyph for: they all look alike.
  function isMissing(text, carrier, box) {
    const key = context.asked + carrier;
    if (!missing.has(key)) missing.set(key, boxOf(carrier + kMissing));
    const other = missing.get(key);
    if (!isSame(box, other)) return false;
    if (box[3] === 0) return !/\s/u.test(text);
    return isSame(pixelsOf(carrier + text, ...box.slice(1)), pixelsOf(carrier + kMissing, ...box.slice(1)));
  }

  // Writes advance, left, top, width and height as floats; 0 when no font has the character.
  pd.hooks.glyphMeasure = (codePoint, style, size_px, out) => {
    const text = String.fromCodePoint(codePoint);
    setFont(text, style, size_px);
    if (!isReadable) return 0;
    const carrier = carrierOf(text);
    const box = boxOf(carrier + text);
    if (isMissing(text, carrier, box)) return 0;
    new Float32Array(pd.heap().buffer, out >>> 0, 5).set(box);
    return 1;
  };

  // Writes colours, and returns 1, where the glyph has its own; else how much of each pixel it covers, and returns 0.
  pd.hooks.glyphDraw = (codePoint, style, size_px, left, top, width, height, out) => {
    const text = String.fromCodePoint(codePoint);
    setFont(text, style, size_px);
    const rgba = pixelsOf(carrierOf(text) + text, left, top, width, height);
    const heap = pd.heap();
    const start = out >>> 0;
    // Drawn in white: what is fairly opaque and not white is coloured.
    for (let i = 0; i < rgba.length; i += 4) {
      if (rgba[i + 3] > 128 && Math.min(rgba[i], rgba[i + 1], rgba[i + 2]) < 230) {
        heap.set(rgba, start);
        return 1;
      }
    }
    for (let i = 3, to = start; i < rgba.length; i += 4, to += 1) heap[to] = rgba[i];
    return 0;
  };
}
