/** What the benches run on. Ratios between the two say whether a page grows with the site. */
export const SIZES = {
  small: { users: 1_000, posts: 10_000, follows: 100 },
  large: { users: 10_000, posts: 1_000_000, follows: 100 },
};

/** Readers and one author with fixed names, at every size. */
export const CAST = {
  /** Follows 100, from the busiest to the quietest. */
  probe: 'probe',
  /** Follows 5,000, or half of all. */
  greedy: 'greedy',
  /** Follows 100 who have long been silent. */
  quiet: 'quiet',
  /** Follows the busiest author alone. */
  fan: 'fan',
  /** Follows nobody. */
  hermit: 'hermit',
  /** The busiest author, and the most followed. */
  star: 'star',
};

/** Of everybody. */
export const PASSWORD = 'correct horse battery';
