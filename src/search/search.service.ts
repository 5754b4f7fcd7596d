import { Injectable } from '@nestjs/common';
import { BEYOND_ALL } from '../common/page';
import type { Viewer } from '../common/viewer';
import { SiteConfig } from '../config/site.config';
import type { PostRow } from '../posts/post-rows.repository';
import { UsersRepository } from '../users/users.repository';
import { groupsOf } from './query/groups';
import { type Match, Matcher } from './query/matcher';
import { rank } from './query/rank';
import { isEmptyQuery, parseQuery, type SearchQuery } from './query/search-query';
import { SearchIndex, type SearchPlan } from './search-index.port';
import { type Candidate, type PostFilters, SearchPosts } from './search-posts.queries';

/** So many posts are read for one page; then the reader is asked whether to go on. */
const MOST_READ = 4_000;
const BATCH = 250;
/** The best are the best of the newest so many that say it. */
const RANKED = 200;

const LINK = /https?:\/\/\S/iu;

export const SEARCH_ORDERS = ['newest', 'best'] as const;
export type SearchOrder = (typeof SEARCH_ORDERS)[number];

export interface SearchOptions {
  readonly order: SearchOrder;
  /** Of the newest: only posts below this id. */
  readonly before?: number;
  /** Of the best: from 0. */
  readonly page?: number;
  readonly limit?: number;
}

export interface SearchResults {
  readonly matcher: Matcher;
  readonly posts: readonly PostRow[];
  /** Where the next page begins: an id, or a page of the best; null when that was all. */
  readonly next: number | null;
  /** The search was broken off before it had looked everywhere: `next` goes on. */
  readonly isCut: boolean;
}

interface Found {
  readonly id: number;
  readonly match: Match;
}

interface Hunt {
  readonly matcher: Matcher;
  readonly plan: SearchPlan;
  readonly filters: PostFilters;
  readonly hasLink: boolean;
  readonly floor: number;
  readonly viewerId: number;
}

/** Finds posts. The index proposes which, their texts decide: so that the rules of `query/` hold, whatever the database can do. */
@Injectable()
export class SearchService {
  constructor(
    private readonly index: SearchIndex,
    private readonly posts: SearchPosts,
    private readonly users: UsersRepository,
    private readonly site: SiteConfig,
  ) {}

  /** @returns null when nothing is looked for @throws BadQuery */
  async search(text: string, viewer: Pick<Viewer, 'id'>, options: SearchOptions): Promise<SearchResults | null> {
    const query = parseQuery(text);
    if (isEmptyQuery(query)) return null;
    const matcher = new Matcher(query);
    const nothing = { matcher, posts: [], next: null, isCut: false };
    const filters = await this.filtersOf(query, viewer.id);
    const groups = query.clauses.map(groupsOf);
    const plan = await this.index.plan(groups.flat());
    if (!filters || plan.isHopeless) return nothing;
    const floor = query.after ? await this.posts.firstSince(query.after) : 0;
    const ceiling = query.before ? await this.posts.firstSince(query.before) : BEYOND_ALL;
    const hunt = { matcher, plan, filters, hasLink: query.hasLink === true, floor, viewerId: viewer.id };
    return options.order === 'best'
      ? this.best(
          hunt,
          ceiling,
          groups.map(({ length }) => length),
          viewer,
          options,
        )
      : this.newest(hunt, Math.min(ceiling, options.before ?? BEYOND_ALL), viewer, options);
  }

  private async newest(hunt: Hunt, below: number, viewer: Pick<Viewer, 'id'>, options: SearchOptions): Promise<SearchResults> {
    const { limit = this.site.postsPerPage } = options;
    const { found, end } = await this.hunt(hunt, below, limit + 1);
    const shown = found.slice(0, limit).map(({ id }) => id);
    const next = found.length > limit ? (shown.at(-1) ?? null) : end;
    const posts = await this.posts.load(shown, viewer.id);
    return { matcher: hunt.matcher, posts, next, isCut: next !== null && found.length <= limit };
  }

  private async best(hunt: Hunt, below: number, sizes: readonly number[], viewer: Pick<Viewer, 'id'>, options: SearchOptions) {
    const { limit = this.site.postsPerPage, page = 0 } = options;
    const { found } = await this.hunt(hunt, below, RANKED);
    const firsts = sizes.map((_, n) => sizes.slice(0, n).reduce((sum, size) => sum + size, 0));
    const ranked = found
      .map(({ id, match }) => ({ id, score: rank(match, hunt.plan.counts, firsts) }))
      .sort((a, b) => b.score - a.score || b.id - a.id);
    const shown = ranked.slice(page * limit, (page + 1) * limit).map(({ id }) => id);
    const posts = await this.posts.load(shown, viewer.id);
    return { matcher: hunt.matcher, posts, next: ranked.length > (page + 1) * limit ? page + 1 : null, isCut: false };
  }

  /** @returns at most so many, the newest first, and where it was broken off; null when it was not */
  private async hunt(hunt: Hunt, below: number, wanted: number): Promise<{ found: Found[]; end: number | null }> {
    const found: Found[] = [];
    let from: number | null = below;
    for (let left = MOST_READ; from !== null && from > hunt.floor;) {
      if (left <= 0) return { found, end: from };
      const { candidates, read, end }: Awaited<ReturnType<SearchService['candidates']>> = await this.candidates(hunt, from);
      for (const hit of await this.shown(hunt, candidates)) {
        found.push(hit);
        if (found.length === wanted) return { found, end: hit.id };
      }
      left -= read;
      from = end;
    }
    return { found, end: null };
  }

  /** Those that say it, and that the reader is to see. */
  private async shown({ matcher, hasLink, floor, viewerId }: Hunt, candidates: readonly Candidate[]): Promise<Found[]> {
    const hits = candidates.flatMap(({ id, body }): Found[] => {
      const match = id < floor || (hasLink && !LINK.test(body)) ? null : matcher.match(body);
      return match ? [{ id, match }] : [];
    });
    const shown = await this.posts.shown(
      hits.map(({ id }) => id),
      viewerId,
    );
    return hits.filter(({ id }) => shown.has(id));
  }

  private async candidates(
    { plan, filters }: Hunt,
    below: number,
  ): Promise<{ candidates: readonly Candidate[]; read: number; end: number | null }> {
    if (!plan.propose) return this.posts.read(below, BATCH, filters);
    const { ids, next } = await plan.propose(below, BATCH);
    return { candidates: await this.posts.pick(ids, filters), read: ids.length, end: next };
  }

  /** Null when somebody is named whom nobody knows. */
  private async filtersOf(
    { from, to, language, isReply, inFollowing }: SearchQuery,
    viewerId: number,
  ): Promise<PostFilters | null> {
    const author = from === undefined ? undefined : await this.users.findByUsername(from);
    const answered = to === undefined ? undefined : await this.users.findByUsername(to);
    if (author === null || answered === null) return null;
    return { authorId: author?.id, answeredId: answered?.id, language, isReply, followerId: inFollowing ? viewerId : undefined };
  }
}
