import { BEYOND_ALL, type Cursor } from '../common/page';
import type { RawPost } from '../posts/post-rows.repository';

/** How many ids next to the cursor the window holds. */
const WINDOW = 2_000;
/** Which way a page goes from its cursor. */
export type Way = 'older' | 'newer';

export const wayOf = ({ after }: Cursor): Way => (after === undefined ? 'older' : 'newer');

/** The ways in words of SQL. `end` is past every id. */
export const WORDS = {
  older: { past: '<', upTo: '>=', order: 'DESC', first: 'MAX', last: 'MIN', onward: '-', backOf: '>=', end: 0 },
  newer: { past: '>', upTo: '<=', order: 'ASC', first: 'MIN', last: 'MAX', onward: '+', backOf: '<=', end: BEYOND_ALL },
} as const;

/** What a page of somebody's home wants to know. */
export interface HomeQuestion {
  readonly viewer: number;
  /** So many that it is worth while to look for the next posts in the window first. */
  readonly followsMany: boolean;
  readonly way: Way;
  /** The cursor, or `BEYOND_ALL`. */
  readonly from: number;
  /** One more than fit on the page: whether there is another page. */
  readonly size: number;
}

export interface HomeAnswer {
  /** The next posts, from the cursor on. */
  readonly rows: RawPost[];
  /** Whether there are posts on the cursor's other side. */
  readonly behind: boolean;
}

/** Reads home pages from one kind of database. */
export interface HomeReader {
  read(question: HomeQuestion): Promise<HomeAnswer>;
}

/** Whoever is muted is followed all the same; nobody who is blocked is. One list, mostly empty, which the database makes once. */
export const isWelcome = (author: string): string =>
  `${author} NOT IN (SELECT q.other_id FROM restriction q WHERE q.person_id = :viewer)`;

/** Somebody's newest post (DESC) or oldest (ASC): one step down the index, as there is no bound. */
export const anEndOf = (author: string, order: 'DESC' | 'ASC'): string =>
  `(SELECT p.id FROM post p WHERE p.author_id = ${author} ORDER BY p.id ${order} LIMIT 1)`;

/**
 * For who follows many: the next posts of those they follow, found by going through the ids next to the cursor.
 * `is followed` is a scalar, as MariaDB would make a list of all who are followed for an EXISTS.
 */
export function nextInWindow(way: Way, size: number): string {
  const { past, upTo, order } = WORDS[way];
  return `SELECT p.author_id, p.id FROM post p
    WHERE p.id ${past} :from AND p.id ${upTo} ${windowEnd(way)}
      AND (SELECT f.followed_id FROM follow f WHERE f.follower_id = :viewer AND f.followed_id = p.author_id) IS NOT NULL
      AND ${isWelcome('p.author_id')}
    ORDER BY p.id ${order} LIMIT ${size}`;
}

/** Whether there are posts past the window. */
export function hasMorePastWindow(way: Way): string {
  const { last, past } = WORDS[way];
  return `(SELECT ${last}(id) FROM post) ${past} ${windowEnd(way)}`;
}

function windowEnd(way: Way): string {
  const { first, past, onward } = WORDS[way];
  return `(SELECT ${first}(id) FROM post WHERE id ${past} :from) ${onward} ${WINDOW}`;
}

/** Authors with posts on the cursor's other side, one followed and oneself: the outermost post is enough to know. */
export function authorsBehind(way: Way): string[] {
  const { order, backOf } = WORDS[way];
  const reachesBack = (author: string): string => `${anEndOf(author, order)} ${backOf} :from`;
  return [
    `SELECT f.followed_id AS author_id FROM follow f WHERE f.follower_id = :viewer AND ${isWelcome('f.followed_id')} AND ${reachesBack('f.followed_id')} LIMIT 1`,
    `SELECT u.id AS author_id FROM \`user\` u WHERE u.id = :viewer AND ${reachesBack(':viewer')}`,
  ];
}
