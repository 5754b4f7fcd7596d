import { POST_COLUMNS } from '../posts/posts.repository';

/** Who follows so many accounts, or more, is served from the window when there is enough in it. */
export const MANY_FOLLOWED = 500;
/** How many ids next to the cursor the window holds. */
export const WINDOW = 2_000;
/** Authors that one `seek` has room for: at least and at most. SQLite takes 500 parts of a UNION. */
const SEEK_ROOM = { least: 32, most: 256 };

/** Which way a page goes from its cursor. */
export type Way = 'older' | 'newer';

/** The ways in words of SQL. */
const WORDS = {
  older: { past: '<', upTo: '>=', order: 'DESC', first: 'MAX', last: 'MIN', onward: '-', backOf: '>=' },
  newer: { past: '>', upTo: '<=', order: 'ASC', first: 'MIN', last: 'MAX', onward: '+', backOf: '<=' },
} as const;

export interface Candidate {
  /** `near`: one of the next posts. `newest`: somebody's newest, wherever it lies. `behind`: there are posts on the cursor's other side. */
  readonly kind: 'near' | 'newest' | 'behind';
  readonly author_id: number;
  /** Null for an author without posts. */
  readonly id: number | null;
}

/** A statement and the order in which it wants its values. */
export interface Statement<Name extends string> {
  readonly text: string;
  readonly names: readonly Name[];
}

/**
 * Asks each followed account, and oneself, for its newest post: the last of its part of the index `(author_id, id)`. Who follows many
 * gets the next posts out of a window of ids instead, unless they are too few.
 *
 * Why not at once each author's next post past the cursor: MySQL and MariaDB use no range inside of a correlated subquery. They walk
 * there from the author's newest (or oldest) post, so a page far down would cost as much as all pages above it.
 */
export const candidates = remembered((way: Way, size: number, hasCursor: boolean): Statement<'viewer' | 'from'> => {
  const window = nextInWindow(way, size);
  const newest = `SELECT 'newest' AS kind, f.followed_id AS author_id, ${anEndOf('f.followed_id', 'DESC')} AS id FROM follow f
    WHERE f.follower_id = :viewer AND (${FOLLOWING} < ${MANY_FOLLOWED} OR ${tooFew(way, window, size)})
    UNION ALL SELECT 'newest', :viewer, ${anEndOf(':viewer', 'DESC')}`;
  const parts = hasCursor
    ? [newest, window, ...behind(way)]
    : [`SELECT * FROM (${newest}) newest ORDER BY id DESC LIMIT ${size}`, window];
  return named(parts.map((part) => `SELECT * FROM (${part}) part`).join(' UNION ALL '));
});

/** The next post of each author given. Plain ranges: each is one step down the index, wherever the cursor is. */
export const seek = remembered((way: Way, room: number): string => {
  const { first, past } = WORDS[way];
  const next = `SELECT ? AS author_id, ${first}(id) AS id FROM post WHERE author_id = ? AND id ${past} ?`;
  return Array<string>(room).fill(next).join(' UNION ALL ');
});

/** Room in a `seek` for so many authors: few different texts. */
export function seekRoom(authors: number): number {
  let room = SEEK_ROOM.least;
  while (room < authors && room < SEEK_ROOM.most) room *= 2;
  return room;
}

/** The posts of up to `size` authors from the cursor to a threshold. Each author's part is cut before all are sorted: one may have very many. */
export const posts = remembered((way: Way, size: number, dialect: 'mysql' | 'sqlite'): string => {
  const { past, upTo, order } = WORDS[way];
  const ofAuthor = `SELECT id FROM post WHERE author_id = ? AND id ${past} ? AND id ${upTo} ? ORDER BY id ${order} LIMIT ${size}`;
  // SQLite knows no parentheses around a part of a UNION; MySQL makes a temporary table of each subselect.
  const part = dialect === 'mysql' ? `(${ofAuthor})` : `SELECT id FROM (${ofAuthor})`;
  return `SELECT ${POST_COLUMNS}
    FROM (SELECT id FROM (${Array<string>(size).fill(part).join(' UNION ALL ')}) found ORDER BY id ${order} LIMIT ${size}) page
    JOIN post p ON p.id = page.id JOIN \`user\` u ON u.id = p.author_id ORDER BY p.id ${order}`;
});

const FOLLOWING = '(SELECT following_count FROM `user` WHERE id = :viewer)';

/** Somebody's newest post (DESC) or oldest (ASC): one step, as there is no bound. */
const anEndOf = (author: string, order: 'DESC' | 'ASC'): string =>
  `(SELECT p.id FROM post p WHERE p.author_id = ${author} ORDER BY p.id ${order} LIMIT 1)`;

function windowEnd(way: Way): string {
  const { first, past, onward } = WORDS[way];
  return `(SELECT ${first}(id) FROM post WHERE id ${past} :from) ${onward} ${WINDOW}`;
}

/** The next posts of followed accounts; one's own newest is among the candidates anyway. */
// "Is followed" as a scalar: of EXISTS MariaDB would make a list of all who are followed first.
function nextInWindow(way: Way, size: number): string {
  const { past, upTo, order } = WORDS[way];
  return `SELECT 'near' AS kind, p.author_id, p.id FROM post p
    WHERE ${FOLLOWING} >= ${MANY_FOLLOWED} AND p.id ${past} :from AND p.id ${upTo} ${windowEnd(way)}
      AND (SELECT f.followed_id FROM follow f WHERE f.follower_id = :viewer AND f.followed_id = p.author_id) IS NOT NULL
    ORDER BY p.id ${order} LIMIT ${size}`;
}

/** The window does not fill the page, and there are posts past its end. */
function tooFew(way: Way, window: string, size: number): string {
  const { last, past } = WORDS[way];
  return `(SELECT COUNT(*) FROM (${window}) near) < ${size} AND (SELECT ${last}(id) FROM post) ${past} ${windowEnd(way)}`;
}

/** A row when followed accounts, and one when oneself, have posts on the other side: one end of their posts is enough to know. */
function behind(way: Way): string[] {
  const { order, backOf } = WORDS[way];
  const reaches = (author: string): string => `${anEndOf(author, order)} ${backOf} :from`;
  return [
    `SELECT 'behind' AS kind, f.followed_id AS author_id, 0 AS id FROM follow f
      WHERE f.follower_id = :viewer AND ${reaches('f.followed_id')} LIMIT 1`,
    `SELECT 'behind' AS kind, u.id AS author_id, 0 AS id FROM \`user\` u WHERE u.id = :viewer AND ${reaches(':viewer')}`,
  ];
}

function named<Name extends string>(text: string): Statement<Name> {
  const names: Name[] = [];
  const positional = text.replace(/:(\w+)/g, (_, name: Name) => {
    names.push(name);
    return '?';
  });
  return { text: positional, names };
}

/** Builds each statement once; there are as many as there are sizes of a page. */
function remembered<Args extends (string | number | boolean)[], T>(build: (...args: Args) => T): (...args: Args) => T {
  const built = new Map<string, T>();
  return (...args) => {
    const key = args.join();
    const known = built.get(key);
    if (known !== undefined) return known;
    const statement = build(...args);
    built.set(key, statement);
    return statement;
  };
}
