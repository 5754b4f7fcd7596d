import { Injectable } from '@nestjs/common';
import { fold, termsOf } from '../query/tokens';
import { SearchPosts } from '../search-posts.queries';
import { SearchTermsRepository } from './search-terms.repository';
import { commonLimit } from './table-search-index';

const BATCH = 2_000;

export interface ReindexProgress {
  /** Id of the last post that was read, and of the last one there is. */
  readonly at: number;
  readonly last: number;
  /** How many posts were read since it was told last. */
  readonly read: number;
}

interface Counted {
  readonly id: number;
  postsCount: number;
  isCommon: boolean;
}

/**
 * Builds the index anew beside the one in use, which is searched and fed meanwhile. Killed, it goes on where it was; when it is done, the
 * new edition takes the place of the old one in one step.
 */
@Injectable()
export class Reindexer {
  constructor(
    private readonly terms: SearchTermsRepository,
    private readonly posts: SearchPosts,
  ) {}

  /** Whether the index was never built, or is being built. */
  async isUnfinished(): Promise<boolean> {
    const { edition, nextEdition } = await this.terms.state();
    return edition === 0 || nextEdition !== null;
  }

  /** @throws Error when somebody else is building it, or when the signal aborts */
  async run(signal: AbortSignal, onProgress: (progress: ReindexProgress) => void = () => undefined): Promise<void> {
    const edition = await this.begin();
    const last = await this.terms.newestPostId();
    const limit = commonLimit(last);
    const known = await this.knownOf(edition, limit);
    for (let at = (await this.terms.state()).builtTo; ;) {
      signal.throwIfAborted();
      const posts = await this.posts.after(at, BATCH);
      const end = posts.at(-1);
      if (!end) break;
      await this.addBatch(edition, posts, known, limit);
      if (!(await this.terms.advance(edition, at, end.id))) throw new Error('Somebody else is building the index already');
      at = end.id;
      onProgress({ at, last: Math.max(last, at), read: posts.length });
    }
    await this.finish(edition, known);
  }

  /** From now on new posts go into both editions. */
  private async begin(): Promise<number> {
    const state = await this.terms.state();
    if (state.nextEdition !== null) return state.nextEdition;
    const nextEdition = state.edition + 1;
    await this.terms.saveState({ ...state, nextEdition, builtTo: 0 });
    return nextEdition;
  }

  /** The terms of an edition that was begun before, counted by what is listed of them. */
  private async knownOf(edition: number, limit: number): Promise<Map<string, Counted>> {
    const listed = await this.terms.countListed(edition);
    const counted = (id: number): Counted => {
      const postsCount = listed.get(id) ?? 0;
      return { id, postsCount, isCommon: postsCount >= limit };
    };
    return new Map((await this.terms.all(edition)).map(({ id, term }) => [term, counted(id)]));
  }

  private async addBatch(
    edition: number,
    posts: readonly { readonly id: number; readonly body: string }[],
    known: Map<string, Counted>,
    limit: number,
  ): Promise<void> {
    const termsByPost = posts.map(({ id, body }) => [id, termsOf(fold(body))] as const);
    const unknown = new Set(termsByPost.flatMap(([, terms]) => [...terms].filter((term) => !known.has(term))));
    await this.terms.learn(edition, unknown);
    for (const { id, term } of await this.terms.find(edition, [...unknown]))
      known.set(term, { id, postsCount: 0, isCommon: false });
    const postings: [number, number][] = [];
    for (const [postId, terms] of termsByPost) {
      for (const term of terms) {
        const counted = known.get(term);
        if (!counted) continue;
        counted.postsCount++;
        counted.isCommon ||= counted.postsCount > limit;
        if (!counted.isCommon) postings.push([counted.id, postId]);
      }
    }
    await this.terms.addPostings(postings);
  }

  private async finish(edition: number, known: ReadonlyMap<string, Counted>): Promise<void> {
    await this.terms.saveCounts(known.values());
    await this.terms.saveState({ edition, nextEdition: null, builtTo: 0 });
    await this.terms.dropPostings([...known.values()].filter(({ isCommon }) => isCommon).map(({ id }) => id));
    while (await this.terms.dropBefore(edition));
    await this.terms.pack();
  }
}
