import { BEYOND_ALL } from '../common/page';
import { NamedStatement, remembered } from '../database/named-statement';
import type { Sql } from '../database/sql';
import { type RawPost, selectPosts } from '../posts/post-rows.repository';
import {
  anEndOf,
  authorsBehind,
  hasMorePastWindow,
  isWelcome,
  type HomeAnswer,
  type HomeQuestion,
  type HomeReader,
  nextInWindow,
  type Way,
  WORDS,
} from './home-sql.queries';

const NOBODY = 0;
/** Between so many ids there are no more posts, whoever wrote them: few enough to read all that are of some authors. */
const NARROW = 5_000;
/** So many times as far as a page is thought to reach: people do not write evenly. */
const PLENTY = 4;
/** Authors for whom one statement has room, at least and at most. */
const ROOM = { least: 32, most: 512 };

interface Candidate {
  /** `near`: one of the next posts. `newest`: somebody's newest, wherever it lies. `behind`: somebody has posts on the other side. */
  readonly kind: 'near' | 'newest' | 'behind';
  readonly author_id: number;
  /** Null for an author without posts. */
  readonly id: number | null;
}

/** What is known of the next posts once each author has told their newest one. */
interface Outlook {
  /** The next post of those who wrote on one side of the cursor alone, by id with its author. */
  readonly next: ReadonlyMap<number, number>;
  /** Authors who wrote on the cursor's near side, and may have on its far side too. */
  readonly reachingOver: readonly number[];
  /** The newest post of all. */
  readonly newest: number;
  /** Between so many ids a page's posts lie, where authors write as they do at present. */
  readonly span: number;
}

/** Home on MySQL and MariaDB: two statements, and up to two more below the first page for who follows people that write seldom. */
export class MysqlHome implements HomeReader {
  constructor(private readonly sql: Sql) {}

  async read(question: HomeQuestion): Promise<HomeAnswer> {
    const { way, from, size, followsMany } = question;
    const asked = candidates(way, size, from !== BEYOND_ALL, followsMany);
    const found = await this.sql.all<Candidate>(asked.text, asked.values({ viewer: question.viewer, from }));
    const outlook = outlookOf(question, found);
    const rows =
      (await this.nearCursor(question, outlook)) ?? (await this.posts(question, await this.nextPosts(question, outlook)));
    const behind = found.some(({ kind }) => kind === 'behind') || (way === 'older' && outlook.reachingOver.length > 0);
    return { rows, behind };
  }

  /** The page, when enough lies next to the cursor, as it mostly does: then nobody needs to be asked where their next post is. */
  private async nearCursor(question: HomeQuestion, outlook: Outlook): Promise<RawPost[] | undefined> {
    const { way, from, size } = question;
    const { next, reachingOver, newest, span } = outlook;
    if (reachingOver.length === 0 || span > NARROW) return undefined;
    const authors = [...new Set([...next.values(), ...reachingOver])];
    if (authors.length > ROOM.most) return undefined;
    const reach = Math.min(PLENTY * span, NARROW);
    const threshold = way === 'older' ? from - reach : from + reach;
    const rows = await this.within(question, authors, threshold);
    const isAll = way === 'older' ? threshold <= 0 : threshold >= newest;
    return isAll || rows.length === size ? rows : undefined;
  }

  /** Posts that come next, by id with their authors: of each author who can be on the page the nearest to the cursor, at least. */
  private async nextPosts({ way, from }: HomeQuestion, { next, reachingOver }: Outlook): Promise<ReadonlyMap<number, number>> {
    const all = new Map(next);
    for (let start = 0; start < reachingOver.length; start += ROOM.most) {
      const some = reachingOver.slice(start, start + ROOM.most);
      const room = roomFor(some.length);
      const params = slots(room, (slot) => [some[slot] ?? NOBODY, some[slot] ?? NOBODY, from]);
      const found = await this.sql.all<Omit<Candidate, 'kind'>>(seek(way, room), params);
      for (const { author_id, id } of found) if (id !== null) all.set(id, author_id);
    }
    return all;
  }

  /** The page can only hold posts of the authors of the nearest of these, and none past the last of them. */
  private async posts(question: HomeQuestion, next: ReadonlyMap<number, number>): Promise<RawPost[]> {
    if (next.size === 0) return [];
    const { viewer, way, from, size } = question;
    const ids = [...next.keys()].sort((a, b) => (way === 'older' ? b - a : a - b)).slice(0, size);
    const authors = [...new Set(ids.map((id) => next.get(id) as number))];
    // With fewer of them than posts on the page, an author may have posts past all of these.
    const threshold = ids[size - 1] ?? WORDS[way].end;
    if (Math.abs((ids[0] ?? 0) - threshold) <= NARROW) return this.within(question, authors, threshold);
    const asked = posts(way, size);
    return this.sql.all<RawPost>(asked.text, asked.values({ viewer, authors: padded(authors, size), from, threshold }));
  }

  private within({ viewer, way, from, size }: HomeQuestion, authors: readonly number[], threshold: number): Promise<RawPost[]> {
    const room = roomFor(authors.length);
    const asked = postsNearby(way, size, room);
    return this.sql.all<RawPost>(asked.text, asked.values({ viewer, authors: padded(authors, room), from, threshold }));
  }
}

function outlookOf({ way, from, size }: HomeQuestion, found: readonly Candidate[]): Outlook {
  const next = new Map<number, number>();
  const reachingOver: number[] = [];
  const newest: number[] = [];
  for (const { kind, author_id, id } of found) {
    if (kind === 'behind' || id === null) continue;
    if (kind === 'newest') newest.push(id);
    if (kind === 'near' || (way === 'older' && id < from)) next.set(id, author_id);
    else if (way === 'older' || id > from) reachingOver.push(author_id);
  }
  newest.sort((a, b) => b - a);
  const [first = 0] = newest;
  return { next, reachingOver, newest: first, span: first - (newest[size - 1] ?? -Infinity) };
}

/**
 * Asks each followed account, and oneself, for its newest post: the last of its part of the index `(author_id, id)`. Who follows many
 * gets the next posts out of a window of ids instead, unless they are too few.
 *
 * Why not at once each author's next post past the cursor: MySQL and MariaDB use no range inside of a correlated subquery. They walk
 * there from the author's newest (or oldest) post, so a page far down would cost as much as all pages above it.
 */
const candidates = remembered((way: Way, size: number, hasCursor: boolean, followsMany: boolean): NamedStatement => {
  const near = nextInWindow(way, size);
  const windowFails = `(SELECT COUNT(*) FROM (${near}) near) < ${size} AND ${hasMorePastWindow(way)}`;
  const newest = `SELECT 'newest' AS kind, f.followed_id AS author_id, ${anEndOf('f.followed_id', 'DESC')} AS id FROM follow f
    WHERE f.follower_id = :viewer AND ${isWelcome('f.followed_id')} ${followsMany ? `AND ${windowFails}` : ''}
    UNION ALL SELECT 'newest', :viewer, ${anEndOf(':viewer', 'DESC')}`;
  const parts = [
    hasCursor
      ? `SELECT * FROM (${newest}) newest`
      : `SELECT * FROM (SELECT * FROM (${newest}) newest ORDER BY id DESC LIMIT ${size}) nearest`,
    ...(followsMany ? [`SELECT 'near', author_id, id FROM (${near}) near`] : []),
    // On the way down, whoever reaches over the cursor is behind it.
    ...(hasCursor && (followsMany || way === 'newer') ? authorsBehind(way) : []).map(
      (part) => `SELECT 'behind', author_id, 0 FROM (${part}) behind`,
    ),
  ];
  return new NamedStatement(parts.join(' UNION ALL '));
});

/** The next post of each author given. Plain ranges: each is one step down the index, wherever the cursor is. */
const seek = remembered((way: Way, room: number): string => {
  const { first, past } = WORDS[way];
  const next = `SELECT ? AS author_id, ${first}(id) AS id FROM post WHERE author_id = ? AND id ${past} ?`;
  return Array<string>(room).fill(next).join(' UNION ALL ');
});

/** Room for so many authors: few different sizes, and so few different texts. */
function roomFor(authors: number): number {
  let room = ROOM.least;
  while (room < authors) room *= 2;
  return room;
}

const padded = (authors: readonly number[], room: number): number[] =>
  Array.from({ length: room }, (_, slot) => authors[slot] ?? NOBODY);

/** The posts of up to `size` authors from the cursor to a threshold. Each author's part is cut before all are sorted: one may have very many. */
const posts = remembered((way: Way, size: number): NamedStatement => {
  const { past, upTo, order } = WORDS[way];
  const ofAuthor = (author: string): string =>
    `(SELECT id FROM post WHERE author_id = ${author} AND id ${past} :from AND id ${upTo} :threshold ORDER BY id ${order} LIMIT ${size})`;
  const found = `(${authorsOf(size).map(ofAuthor).join(' UNION ALL ')}) found`;
  return pageOf(`SELECT id FROM ${found}`, way, size);
});

/** The same where the threshold is not far: one range an author, and all sorted together. It costs MariaDB half as much. */
const postsNearby = remembered((way: Way, size: number, room: number): NamedStatement => {
  const { past, upTo } = WORDS[way];
  const ofAuthors = `author_id IN (${authorsOf(room).join(', ')})`;
  const found = `SELECT id FROM post FORCE INDEX (ix_post_author) WHERE ${ofAuthors} AND id ${past} :from AND id ${upTo} :threshold`;
  return pageOf(found, way, size);
});

const authorsOf = (room: number): string[] => Array<string>(room).fill(':authors');

function pageOf(found: string, way: Way, size: number): NamedStatement {
  const { order } = WORDS[way];
  const page = `(${found} ORDER BY id ${order} LIMIT ${size}) page JOIN post p ON p.id = page.id`;
  return new NamedStatement(`${selectPosts(page)} ORDER BY p.id ${order}`);
}

/** The values of a statement with a fixed number of like parts: a constant text, which the database compiles once. */
const slots = (count: number, valuesOf: (slot: number) => number[]): number[] =>
  Array.from({ length: count }, (_, slot) => valuesOf(slot)).flat();
