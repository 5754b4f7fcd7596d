/** A post as the index takes it. */
export interface IndexedPost {
  readonly id: number;
  readonly body: string;
}

/** Terms of which a post must have one. */
export interface TermGroup {
  /** Each term as it stands. */
  readonly terms: readonly string[];
  /** Besides, all terms that begin so and pass. */
  readonly beginning?: string;
  readonly passes?: (term: string) => boolean;
}

/** Posts that may be what is looked for; whether they are, their text decides. */
export interface Proposal {
  /** Ids, the newest first, from those below `below` on. */
  readonly ids: readonly number[];
  /** Where to go on; null when there are no more. */
  readonly next: number | null;
}

/** How often terms occur: what a rank is made of. */
export interface TermCounts {
  /** About how many posts there are. */
  readonly posts: number;
  /** About how many posts have one of a group, by the groups that were asked for. */
  readonly withGroup: readonly number[];
}

/** A plan for one search: asked for ids again and again, until enough of them were what was looked for. */
export interface SearchPlan {
  /** Null when the index cannot narrow the search: then posts are read one after the other. */
  readonly propose: ((below: number, limit: number) => Promise<Proposal>) | null;
  readonly counts: TermCounts;
  /** No post can have all of that. */
  readonly isHopeless: boolean;
}

/** What posts can be found by. Feeding it twice with the same post is harmless. */
export abstract class SearchIndex {
  abstract add(posts: readonly IndexedPost[]): Promise<void>;
  abstract plan(groups: readonly TermGroup[]): Promise<SearchPlan>;
}
