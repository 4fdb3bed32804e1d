// What the tests of selecting text share: the digests, and what a mouse does over their texts.
import { digest } from './digests.mjs';
import { detail, feed, settled } from './site.mjs';

export const TITLE = 'Over-smoothing in deep decks of cards';
export const SECOND = 'Another paper on queues';
export const ABSTRACT = 'It costs $5 where $\\alpha^2 \\leq 1$ holds, and the deck is read.';
export const LONG = 'Words upon words fill line after line of this abstract until no card could ever show all of them. '.repeat(12);

export const DIGESTS = {
  '2021-03-11.cs.CV.md': digest('cs.CV', 'Thu, 11 Mar 2021', [
    { id: '2103.06001', title: TITLE, abstract: ABSTRACT },
    { id: '2103.06002', title: SECOND, abstract: LONG },
    ...Array.from({ length: 30 }, (_, i) => ({
      id: `2103.${String(7001 + i).padStart(5, '0')}`, title: `Filler number ${i + 1}`, abstract: LONG,
    })),
  ]),
  '2021-03-10.cs.RO.md': '# Robotics papers of 2021-03-10\n\n# Grasping with authors\n\n**Authors**: Ada One, Bob Two\n\n'
    + '**Link**: [PDF](https://arxiv.org/pdf/2103.08001)\n\n**Abstract**: A hand is held.\n',
};

/** What Ctrl+C gives now: the browser's own copy event, caught on its way out. */
export async function copied(page) {
  await settled(page);
  await page.evaluate(() => {
    window.copied = null;
    window.addEventListener('copy', (event) => {
      window.copied = event.defaultPrevented ? event.clipboardData.getData('text/plain') : '';
    }, { once: true });
  });
  await page.keyboard.press('Control+c');
  return page.evaluate(() => window.copied);
}

export const heading = (page, name) => feed(page).getByRole('heading', { name, exact: true });
export const text = (page, words) => feed(page).locator('p').filter({ hasText: words });

/** A point of the text: `x` px from its left edge, or from its right edge where that is negative; in its first line. */
export async function pointOf(locator, x, y = 10) {
  const box = await locator.boundingBox();
  return { x: x < 0 ? box.x + box.width + x : box.x + x, y: y < 0 ? box.y + box.height + y : box.y + y };
}

export async function drag(page, from, to) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await page.mouse.move(to.x, to.y);
  await settled(page);
  await page.mouse.up();
  await settled(page);
}

export const isOpen = async (page, title) => (await detail(page).getByRole('heading', { level: 2 }).textContent()) === title;

export const click = async (page, point, options) => {
  await page.mouse.click(point.x, point.y, options);
  await settled(page);
};
