import type { TermCounts } from '../search-index.port';
import type { Match } from './matcher';

// The usual values (Robertson and Zaragoza, 2009).
const K1 = 1.2;
const B = 0.75;
/** Posts are short: a fixed average does. In tokens. */
const USUAL_LENGTH = 14;

/** How well a post says what is looked for (BM25): rare words count for more, short posts too. */
export function rank({ counts, length }: Match, { posts, withGroup }: TermCounts, groupsOf: readonly number[]): number {
  return counts.reduce((sum, count, n) => {
    const within = withGroup[groupsOf[n] ?? 0] ?? 0;
    const rarity = Math.log(1 + (posts - within + 0.5) / (within + 0.5));
    return sum + (rarity * (count * (K1 + 1))) / (count + K1 * (1 - B + (B * length) / USUAL_LENGTH));
  }, 0);
}
