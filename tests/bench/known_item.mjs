// Known-item search: papers sought by some words of theirs. Always the same ones for the same papers.

const kTooCommon = new Set(('with from that this using based towards toward through have which these their more than into such also between while ' +
  'both over each when they been however propose method methods model models results show paper approach').split(' '));

class Random {
  constructor(seed) { this.seed = seed; }
  next() {
    this.seed = (this.seed * 1103515245 + 12345) & 0x7fffffff;
    return this.seed / 0x7fffffff;
  }
  below(n) { return Math.floor(this.next() * n); }
}

const tellingWords = (text) => (text.toLowerCase().match(/[a-z]{4,}/g) ?? []).filter((word) => !kTooCommon.has(word));

function someOf(words, count, random) {
  const left = [...new Set(words)];
  const picked = [];
  while (picked.length < count && left.length > 0) picked.push(left.splice(random.below(left.length), 1)[0]);
  return picked;
}

// One letter lost, two swapped, or one changed; never the first.
function misspelt(word, random) {
  const i = 1 + random.below(word.length - 2);
  const kind = random.next();
  if (kind < 0.33) return word.slice(0, i) + word.slice(i + 1);
  if (kind < 0.66) return word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2);
  return word.slice(0, i) + 'abcdefghijklmnopqrstuvwxyz'[random.below(26)] + word.slice(i + 1);
}

const kKinds = {
  title4: (paper, random) => someOf(tellingWords(paper.title), 4, random),
  title4miss: (paper, random) => {
    const words = someOf(tellingWords(paper.title), 4, random);
    if (words.length > 0) words[0] = misspelt(words[0], random);
    return words;
  },
  abs5: (paper, random) => someOf(tellingWords(paper.abstract), 5, random),
};

// {kind, paper (its index), query}, `count` of each kind but for papers that have too few words.
export function knownItems(papers, count) {
  const items = [];
  for (const [kind, wordsOf] of Object.entries(kKinds)) {
    const random = new Random(11);
    for (let i = 0; i < count; ++i) {
      const paper = random.below(papers.length);
      const words = wordsOf(papers[paper], random);
      if (words.length >= 3) items.push({ kind, paper, query: words.join(' ') });
    }
  }
  return items;
}
