import { Injectable } from '@nestjs/common';
import { fold, termsOf } from '../query/tokens';
import { type IndexedPost, SearchIndex, type SearchPlan, type TermGroup } from '../search-index.port';
import { type Posting, SearchTermsRepository, type TermRow } from './search-terms.repository';

/** A term in more than this share of all posts is common: one post in a hundred read one after the other has it. */
const COMMON_SHARE = 0.01;
const LEAST_COMMON = 2_000;
/** Further terms by which proposals are narrowed in the database. */
const MOST_NARROWING = 2;
/** So many words are looked at that begin like those that are looked for; beyond that the rarest are left out. */
const MOST_BEGINNING = 2_000;
/** Of the shortest list so many are held against the others at a time. */
const WINDOW = 20_000;
/** More than that no list has between two of these; should one, it proposes less. */
const MOST_LISTED = 1_000_000;

interface FoundGroup {
  readonly rows: readonly TermRow[];
  readonly count: number;
  readonly isCommon: boolean;
}

/**
 * An index of our own in two tables, the same on every database: terms, and which post has which. It proposes; the text of a post decides.
 * What is so common that reading finds it at once is not listed. docs/performance.md has the figures.
 */
@Injectable()
export class TableSearchIndex extends SearchIndex {
  constructor(private readonly terms: SearchTermsRepository) {
    super();
  }

  async add(posts: readonly IndexedPost[]): Promise<void> {
    const { edition, nextEdition } = await this.terms.state();
    const limit = commonLimit(await this.terms.newestPostId());
    for (const each of nextEdition === null ? [edition] : [edition, nextEdition]) await this.addTo(each, posts, limit);
  }

  async plan(groups: readonly TermGroup[]): Promise<SearchPlan> {
    const { edition } = await this.terms.state();
    const found = await this.findAll(edition, groups);
    const counts = { posts: await this.terms.newestPostId(), withGroup: found.map(({ count }) => count) };
    // Nothing is known for sure before the index was built for the first time.
    if (edition === 0) return { propose: null, counts, isHopeless: false };
    const [rarest, ...others] = found.filter(({ isCommon }) => !isCommon).sort((a, b) => a.count - b.count);
    const isHopeless = found.some(({ rows }) => rows.length === 0);
    if (!rarest || isHopeless) return { propose: null, counts, isHopeless };
    const lists = [rarest, ...others.slice(0, MOST_NARROWING)].map(idsOf);
    return { propose: this.proposer(lists), counts, isHopeless };
  }

  /** Of posts that are in all of some lists, the rarest first. */
  private proposer([rarest = [], ...others]: readonly (readonly number[])[]): NonNullable<SearchPlan['propose']> {
    let window: { readonly ids: readonly number[]; readonly from: number } | undefined;
    return async (below, limit) => {
      if (others.length === 0) {
        const ids = await this.terms.listed(rarest, { below }, limit);
        return { ids, next: ids.length < limit ? null : (ids.at(-1) ?? null) };
      }
      if (!window || below <= window.from) window = await this.window(rarest, others, below);
      const ids = window.ids.filter((id) => id < below).slice(0, limit);
      const last = ids.at(-1);
      if (ids.length === limit && last !== undefined) return { ids, next: last };
      return { ids, next: window.from === 0 ? null : window.from };
    };
  }

  /** What is in all lists, as far back as a good many of the shortest one go. Joined by us: a database looks up each of them in the others. */
  private async window(rarest: readonly number[], others: readonly (readonly number[])[], below: number) {
    let ids = await this.terms.listed(rarest, { below }, WINDOW);
    const from = ids.length < WINDOW ? 0 : (ids.at(-1) ?? 0);
    for (const other of others) {
      const list = new Set(await this.terms.listed(other, { from, below }, MOST_LISTED));
      ids = ids.filter((id) => list.has(id));
    }
    return { ids, from };
  }

  private async addTo(edition: number, posts: readonly IndexedPost[], limit: number): Promise<void> {
    for (const { id, body } of posts) {
      const rows = await this.known(edition, termsOf(fold(body)));
      // What is common is not even counted any more: all who write would wait for the same few rows.
      const rare = rows.filter(({ isCommon }) => !isCommon).map((row) => row.id);
      await this.terms.addPostings(rare.map((termId): Posting => [termId, id]));
      await this.terms.countOne(rare, limit);
    }
  }

  private async known(edition: number, terms: ReadonlySet<string>): Promise<TermRow[]> {
    const found = await this.terms.find(edition, [...terms]);
    if (found.length === terms.size) return found;
    const known = new Set(found.map(({ term }) => term));
    const unknown = [...terms].filter((term) => !known.has(term));
    await this.terms.learn(edition, unknown);
    return [...found, ...(await this.terms.find(edition, unknown))];
  }

  private async findAll(edition: number, groups: readonly TermGroup[]): Promise<FoundGroup[]> {
    const exact = await this.terms.find(edition, [...new Set(groups.flatMap(({ terms }) => terms))]);
    const share = Math.ceil(MOST_BEGINNING / Math.max(groups.length, 1));
    const byTerm = new Map(exact.map((row) => [row.term, row]));
    return Promise.all(
      groups.map(async ({ terms, beginning, passes = () => true }) => {
        const begun = beginning === undefined ? [] : await this.terms.beginning(edition, beginning, share);
        const rows = [...terms.flatMap((term) => byTerm.get(term) ?? []), ...begun.filter(({ term }) => passes(term))];
        const unique = [...new Map(rows.map((row) => [row.id, row])).values()];
        return {
          rows: unique,
          count: unique.reduce((sum, { postsCount }) => sum + postsCount, 0),
          isCommon: unique.some(({ isCommon }) => Boolean(isCommon)),
        };
      }),
    );
  }
}

const idsOf = ({ rows }: FoundGroup): number[] => rows.map(({ id }) => id);

/** In how many posts a term must be to be common. */
export const commonLimit = (posts: number): number => Math.max(LEAST_COMMON, Math.floor(posts * COMMON_SHARE));
