import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../database/database';
import { Sql } from '../../database/sql';
import { SearchPosting } from './search-posting.entity';
import { SearchState } from './search-state.entity';
import { SearchTerm } from './search-term.entity';

const STATE_ID = 1;
/** Rows a statement. */
const CHUNK = 500;

export type TermRow = Pick<SearchTerm, 'id' | 'term' | 'postsCount'> & {
  /** SQLite has no true and false of its own. */
  readonly isCommon: boolean | number;
};
export type IndexState = Pick<SearchState, 'edition' | 'nextEdition' | 'builtTo'>;

const SELECT = 'SELECT id, term, posts_count AS postsCount, is_common AS isCommon FROM search_term';

/** [term, post] */
export type Posting = readonly [termId: number, postId: number];

/** All SQL of the tables `search_term`, `search_posting` and `search_state`. */
@Injectable()
export class SearchTermsRepository {
  constructor(
    private readonly database: Database,
    private readonly sql: Sql,
  ) {}

  async state(): Promise<IndexState> {
    return (await this.states.findOneBy({ id: STATE_ID })) ?? { edition: 0, nextEdition: null, builtTo: 0 };
  }

  async saveState(state: IndexState): Promise<void> {
    await this.states.save({ id: STATE_ID, ...state });
  }

  /** The edition that is being built has come from one post to another. @returns false when somebody else has built on meanwhile */
  async advance(nextEdition: number, from: number, to: number): Promise<boolean> {
    const { affected } = await this.states.update({ id: STATE_ID, nextEdition, builtTo: from }, { builtTo: to });
    return affected === 1;
  }

  /** Id of the newest post: about as many as there are. */
  async newestPostId(): Promise<number> {
    const [row] = await this.sql.all<{ last: number | null }>('SELECT MAX(id) AS last FROM post');
    return Number(row?.last ?? 0);
  }

  /** Those of some terms that an edition knows. */
  async find(edition: number, terms: readonly string[]): Promise<TermRow[]> {
    const found: TermRow[] = [];
    for (const some of chunks(terms, CHUNK)) found.push(...(await this.terms.findBy({ edition, term: In([...some]) })));
    return found;
  }

  /** Terms that begin so, those of most posts first. */
  beginning(edition: number, beginning: string, limit: number): Promise<TermRow[]> {
    return this.sql.all<TermRow>(
      `${SELECT} WHERE edition = ? AND term >= ? AND term < ? ORDER BY posts_count DESC LIMIT ${Number(limit)}`,
      [edition, beginning, `${beginning}\u{10FFFF}`],
    );
  }

  /** Makes those that an edition does not know yet. Sorted, so that of two who do this neither waits for the other in a circle. */
  async learn(edition: number, terms: Iterable<string>): Promise<void> {
    for (const some of chunks([...terms].sort(), CHUNK)) {
      const rows = some.map((term) => ({ edition, term, postsCount: 0, isCommon: false }));
      await this.terms.createQueryBuilder().insert().values(rows).orIgnore().updateEntity(false).execute();
    }
  }

  /** Those that are there already stay as they are. */
  async addPostings(postings: readonly Posting[]): Promise<void> {
    const sorted = [...postings].sort(([a, c], [b, d]) => a - b || c - d);
    for (const some of chunks(sorted, CHUNK * 4)) {
      // Numbers only, of our own: thousands of question marks would take longer to read than to do.
      const values = some.map(([termId, postId]) => `(${Number(termId)},${Number(postId)})`).join(',');
      await this.database.manager.query(`${this.sql.insertIgnore} INTO search_posting (term_id, post_id) VALUES ${values}`);
    }
  }

  /** One more post for each of them; those that pass the limit are common from now on. */
  async countOne(ids: readonly number[], limit: number): Promise<void> {
    if (ids.length === 0) return;
    const sorted = [...ids].sort((a, b) => a - b);
    await this.terms
      .createQueryBuilder()
      .update()
      .set({ postsCount: () => 'posts_count + 1' })
      .where({ id: In(sorted) })
      .execute();
    await this.terms
      .createQueryBuilder()
      .update()
      .set({ isCommon: true })
      .where('id IN (:...sorted) AND posts_count > :limit AND is_common = :no', { sorted, limit, no: false })
      .execute();
  }

  /** Most terms are in one post, or in two: all with the same count are written at once. */
  async saveCounts(rows: Iterable<Pick<TermRow, 'id' | 'postsCount' | 'isCommon'>>): Promise<void> {
    const alike = new Map<string, { readonly counts: Pick<TermRow, 'postsCount' | 'isCommon'>; readonly ids: number[] }>();
    for (const { id, ...counts } of rows) {
      const key = `${counts.postsCount} ${counts.isCommon}`;
      const known = alike.get(key);
      if (known) known.ids.push(id);
      else alike.set(key, { counts, ids: [id] });
    }
    for (const { counts, ids } of alike.values()) {
      for (const some of chunks(ids, CHUNK))
        await this.terms.update({ id: In([...some]) }, { ...counts, isCommon: Boolean(counts.isCommon) });
    }
  }

  /** How many posts are listed for each term of an edition. */
  async countListed(edition: number): Promise<Map<number, number>> {
    const rows = await this.sql.all<{ id: number; n: number }>(
      `SELECT s.term_id AS id, COUNT(*) AS n FROM search_posting s JOIN search_term t ON t.id = s.term_id
       WHERE t.edition = ? GROUP BY s.term_id`,
      [edition],
    );
    return new Map(rows.map(({ id, n }) => [Number(id), Number(n)]));
  }

  /** Every term of an edition, for who builds it. */
  all(edition: number): Promise<TermRow[]> {
    return this.terms.find({ select: { id: true, term: true, postsCount: true, isCommon: true }, where: { edition } });
  }

  /** Posts that have one of some terms, from those below one id down to another, the newest first, so many at most. */
  async listed(
    termIds: readonly number[],
    { from = 0, below }: { from?: number; below: number },
    limit: number,
  ): Promise<number[]> {
    const rows = await this.database.manager.query<{ id: number | string }[]>(
      `SELECT ${termIds.length > 1 ? 'DISTINCT' : ''} post_id AS id FROM search_posting
       WHERE term_id IN (${termIds.map(Number).join(',')}) AND post_id >= ? AND post_id < ? ORDER BY post_id DESC LIMIT ${Number(limit)}`,
      [from, below],
    );
    return rows.map(({ id }) => Number(id));
  }

  /** Forgets common terms' lists, which are of no use. */
  async dropPostings(termIds: readonly number[]): Promise<void> {
    for (const some of chunks(termIds, CHUNK)) await this.postings.delete({ termId: In([...some]) });
  }

  /** Packs the lists closely: those of an edition grow everywhere at once, and leave half of each page free on MySQL. */
  async pack(): Promise<void> {
    if (this.sql.dialect === 'mysql') await this.database.manager.query('OPTIMIZE TABLE search_posting');
  }

  /** Forgets editions before one, so many terms at a time. @returns false when nothing was left */
  async dropBefore(edition: number): Promise<boolean> {
    const rows = await this.terms
      .createQueryBuilder('term')
      .select('term.id')
      .where('term.edition < :edition', { edition })
      .limit(CHUNK)
      .getMany();
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return false;
    await this.dropPostings(ids);
    await this.terms.delete(ids);
    return true;
  }

  private get terms() {
    return this.database.manager.getRepository(SearchTerm);
  }

  private get postings() {
    return this.database.manager.getRepository(SearchPosting);
  }

  private get states() {
    return this.database.manager.getRepository(SearchState);
  }
}

function* chunks<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let n = 0; n < items.length; n += size) yield items.slice(n, n + size);
}
