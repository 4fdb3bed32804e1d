// The canvas's size and sharpness, and what the reader's system wishes: dark, less motion, more contrast, touch.
'use strict';

{
  const app = document.getElementById('app');
  const kWishes = [
    ['(prefers-color-scheme: dark)', 1],
    ['(prefers-reduced-motion: reduce)', 2],
    ['(prefers-contrast: more)', 4],
    ['(pointer: coarse)', 8],
  ];

  // ---- Size

  let seen = '';

  const currentSize = () => `${app.clientWidth}x${app.clientHeight}@${window.devicePixelRatio}`;

  // SDL reads size and pixel ratio again at a resize of the window, and at nothing else.
  function announceResize() {
    if (currentSize() !== seen) window.dispatchEvent(new UIEvent('resize'));
  }

  // Matches as long as the ratio stays what it is, so it is armed anew after each change.
  function watchPixelRatio() {
    const query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    query.addEventListener('change', () => {
      announceResize();
      watchPixelRatio();
    }, { once: true });
  }

  // ---- Wishes

  function tellWishes() {
    const bits = kWishes.reduce((sum, [query, bit]) => sum | (window.matchMedia(query).matches ? bit : 0), 0);
    pd.call('environment', bits);
  }

  // The program decides between light and dark; the page's own parts follow it.
  pd.hooks.theme = (isDark) => {
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
    const color = getComputedStyle(document.documentElement).getPropertyValue('--panel').trim();
    for (const meta of document.querySelectorAll('meta[name=theme-color]')) meta.content = color;
  };

  pd.startViewport = () => {
    seen = currentSize();
    window.addEventListener('resize', () => { seen = currentSize(); });
    new ResizeObserver(announceResize).observe(app);
    watchPixelRatio();
    for (const [query] of kWishes) window.matchMedia(query).addEventListener('change', tellWishes);
    tellWishes();
  };
}
