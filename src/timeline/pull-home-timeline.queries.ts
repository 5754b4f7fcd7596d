import { Injectable } from '@nestjs/common';
import { type Cursor, type CursorPage, toCursorPage } from '../common/page';
import { Sql } from '../database/sql';
import { type PostRow, type RawPost, toPostRow } from '../posts/posts.repository';
import { type Candidate, candidates, posts, seek, seekRoom, type Way } from './home-statements.queries';
import { HomeTimeline } from './home-timeline.port';

// Above every id, and exact as a number.
const BEYOND_ALL = 2 ** 53;
const NOBODY = 0;

/** A question for the posts on one side of a cursor. */
interface Question {
  readonly way: Way;
  /** The cursor, or beyond all ids. */
  readonly from: number;
  /** One more than fit on the page: whether there is another page. */
  readonly size: number;
}

/**
 * Collects the home timeline when it is read: nothing to write when somebody posts, and right at once after an unfollow. However many
 * posts there are and however far down one reads, it takes two statements, and a third below the first page.
 *
 * First the next post of each author (`candidates`, `seek`). The page can only hold posts of the authors of the nearest of these, and
 * nothing past the last of them, so `posts` reads no further. See docs/performance.md.
 */
@Injectable()
export class PullHomeTimeline extends HomeTimeline {
  constructor(private readonly sql: Sql) {
    super();
  }

  async homeOf(viewerId: number, cursor: Cursor, limit: number): Promise<CursorPage<PostRow>> {
    const question: Question = {
      way: cursor.after === undefined ? 'older' : 'newer',
      from: cursor.after ?? cursor.before ?? BEYOND_ALL,
      size: limit + 1,
    };
    const found = await this.candidates(question, viewerId);
    const rows = await this.posts(question, await this.nextPosts(question, found));
    const behind = found.some(({ kind }) => kind === 'behind');
    return toCursorPage(rows, limit, cursor, ({ id }) => id, behind);
  }

  private candidates({ way, from, size }: Question, viewer: number): Promise<Candidate[]> {
    const values = { viewer, from };
    const { text, names } = candidates(way, size, from !== BEYOND_ALL);
    return this.sql.all<Candidate>(
      text,
      names.map((name) => values[name]),
    );
  }

  /** Posts that come next, by id with their authors: of each author who can be on the page the nearest to the cursor, at least. */
  private async nextPosts({ way, from }: Question, found: readonly Candidate[]): Promise<Map<number, number>> {
    const authors = new Map<number, number>();
    const reachingOver: number[] = [];
    for (const { kind, author_id, id } of found) {
      if (kind === 'behind' || id === null) continue;
      if (kind === 'near' || (way === 'older' && id < from)) authors.set(id, author_id);
      else if (way === 'older' || id > from) reachingOver.push(author_id);
    }
    while (reachingOver.length > 0) {
      const room = seekRoom(reachingOver.length);
      const some = reachingOver.splice(0, room);
      const params = slots(room, (slot) => [some[slot] ?? NOBODY, some[slot] ?? NOBODY, from]);
      const next = await this.sql.all<Omit<Candidate, 'kind'>>(seek(way, room), params);
      for (const { author_id, id } of next) if (id !== null) authors.set(id, author_id);
    }
    return authors;
  }

  private async posts({ way, from, size }: Question, next: ReadonlyMap<number, number>): Promise<PostRow[]> {
    if (next.size === 0) return [];
    const ids = [...next.keys()].sort((a, b) => (way === 'older' ? b - a : a - b)).slice(0, size);
    const authors = [...new Set(ids.map((id) => next.get(id)))];
    // With fewer of them than posts on the page, an author may have posts past all of these.
    const threshold = ids[size - 1] ?? (way === 'older' ? 0 : BEYOND_ALL);
    const params = slots(size, (slot) => [authors[slot] ?? NOBODY, from, threshold]);
    const rows = await this.sql.all<RawPost>(posts(way, size, this.sql.dialect), params);
    return rows.map(toPostRow);
  }
}

/** The values of a statement with a fixed number of like parts: a constant text, which the database compiles once. */
const slots = (count: number, valuesOf: (slot: number) => number[]): number[] =>
  Array.from({ length: count }, (_, slot) => valuesOf(slot)).flat();
