// Digests for the tests, in the layout of ../shared/digests/seed. Ids and texts are made up.

export const INVOLUTION = 'Involution of Small Decks';
export const RENYI = 'Rényi Entropy of Café Queues';
export const CODE = 'Segmentation with Code at Hand';
export const MATHS = 'Bounds on $O(n^2)$ Shuffles';
export const ZEBRA = 'Zebra Crossing Detection at Night';
export const SHARED = 'A Paper of Two Days';
export const FEDERATED = 'Federated Averaging for Shy Clients';

/** One day's digest of one category; papers are {id, title, abstract}. */
export function digest(category, day, papers) {
  const entries = papers.map(({ id, title, abstract }, i) =>
    `### ${i + 1}.${title}  [ :arrow_down: ](https://arxiv.org/pdf/${id}.pdf)\n>  ${abstract}      \n`);
  return `# ArXiv ${category} --${day}\n${entries.join('')}`;
}

const shared = { id: '2103.06009', title: SHARED, abstract: 'Listed on Thursday and on Friday, in two categories.' };

export const DIGESTS = {
  '2021-03-11.cs.CV.md': digest('cs.CV', 'Thu, 11 Mar 2021', [
    { id: '2103.06001', title: INVOLUTION, abstract: 'A deck is turned inside out, with a transformer of eight heads.' },
    { id: '2103.06002', title: RENYI, abstract: 'Na\u00efve r\u00e9sum\u00e9s of waiting people. <br>The queue is measured.' },
    { id: '2103.06003', title: CODE, abstract: 'Segmentation of cards. Code is at <a class="link-external link-https" '
      + 'href="https://github.com/example/cards" rel="external noopener nofollow">this https URL</a>.' },
    { id: '2103.06004', title: MATHS, abstract: 'Shuffling takes $O(n^2)$ steps where $\\alpha \\leq 1$.' },
    { id: '2103.06005', title: ZEBRA, abstract: 'Stripes are found in the dark by a transformer.' },
    shared,
  ]),
  '2021-03-12.cs.LG.md': digest('cs.LG', 'Fri, 12 Mar 2021', [
    { id: '2103.07001', title: FEDERATED, abstract: 'Clients that say little are averaged gently.' },
    { id: '2103.07002', title: 'Learning to Deal', abstract: 'Reinforcement learning deals cards fairly.' },
    shared,
    { id: '2103.07003', title: 'Gradient Descent on Stairs', abstract: 'Steps of one size fit no staircase.' },
  ]),
};
/** Of all of them, each once. */
export const PAPERS = 9;

/** Enough cards to scroll. */
export const BIG_DIGEST = {
  '2021-03-11.cs.CV.md': digest('cs.CV', 'Thu, 11 Mar 2021', Array.from({ length: 80 }, (_, i) => ({
    id: `2103.${String(5001 + i).padStart(5, '0')}`,
    title: `Card number ${i + 1} of the big deck`,
    abstract: `Card ${i + 1} says the same as all others do, at some length, so that its abstract fills more than one line of text.`,
  }))),
};
export const BIG_PAPERS = 80;

/** A single-paper digest, for what the reader brings. */
export const brought = (title, id = '2201.00001', day = 'Mon, 03 Jan 2022') =>
  digest('cs.HC', day, [{ id, title, abstract: 'It came by hand.' }]);
