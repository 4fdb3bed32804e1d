// What a frame costs beside time: nothing is allocated where nothing new is laid out.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DIGESTS, digest } from './digests.mjs';
import { feed, search, settled, stats, useDeck } from './site.mjs';

// The calendar shows a month with a long name.
const deck = useDeck({ ...DIGESTS, '2025-09-30.cs.LG.md': digest('cs.LG', 'Tue, 30 Sep 2025', [
  { id: '2509.00001', title: 'A paper of a long month', abstract: 'A month with a long name.' }]) });

for (const query of ['', 'cat:cs.CV a']) {
  test(`a frame that lays out no new card allocates nothing, with ${query ? 'words and filters' : 'no query'}`, async () => {
    const page = await deck.open({ viewport: { width: 1440, height: 900 } });
    if (query) await search(page, query);
    assert.ok((await stats(page)).results > 3);
    const box = await feed(page).boundingBox();
    // There and back first: what comes into view is laid out once.
    for (const px of [60, -60, 60, -60]) {
      await page.mouse.move(box.x + 40, box.y + 200 + px);
      await page.mouse.wheel(0, px);
      await settled(page);
    }
    const before = (await stats(page)).frames;
    await page.mouse.wheel(0, 60);
    await settled(page);
    assert.ok((await stats(page)).frames > before, 'a frame was drawn');
    assert.equal((await stats(page)).last_frame.allocations, 0);
  });
}
