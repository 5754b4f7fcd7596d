import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { firstSince } from '../database/first-since';
import { Sql, type SqlValue } from '../database/sql';
import { NamedStatement } from '../database/named-statement';
import { isVisible } from '../users/users.repository';
import { isShown, type PostRow, type RawPost, selectPosts, toPostRow } from '../posts/post-rows.repository';

/** What the database knows of a post besides its text. */
export interface PostFilters {
  readonly authorId?: number;
  readonly answeredId?: number;
  /** In small letters, of letters and hyphens alone. */
  readonly language?: string;
  readonly isReply?: boolean;
  /** Whose following it must be from. */
  readonly followerId?: number;
}

/** A post as far as it must be known to decide. */
export interface Candidate {
  readonly id: number;
  readonly body: string;
}

/** Posts one after the other, the newest first. */
export interface Stretch {
  /** Those that pass the filters. */
  readonly candidates: readonly Candidate[];
  /** How many were read. */
  readonly read: number;
  /** The last one that was read; null when there are no more. */
  readonly end: number | null;
}

/** Reads posts for a search. Reposts are nobody's words. */
@Injectable()
export class SearchPosts {
  constructor(
    private readonly sql: Sql,
    private readonly database: Database,
  ) {}

  /** Posts with ids above one, in their order: for who builds an index. */
  async after(id: number, limit: number): Promise<Candidate[]> {
    return this.sql.all<Candidate>('SELECT id, body FROM post WHERE id > ? AND repost_of_id IS NULL ORDER BY id LIMIT ?', [
      id,
      limit,
    ]);
  }

  /** Those of some posts that pass, the newest first. */
  async pick(ids: readonly number[], filters: PostFilters): Promise<Candidate[]> {
    if (ids.length === 0) return [];
    const { text, values } = conditions(filters);
    const rows = await this.database.manager.query<Candidate[]>(
      `SELECT p.id, p.body FROM post p WHERE p.id IN (${ids.map(Number).join(',')}) AND p.repost_of_id IS NULL${text} ORDER BY p.id DESC`,
      values,
    );
    return rows.map(({ id, body }) => ({ id: Number(id), body }));
  }

  /** So many posts below an id, one after the other, and which of them pass. */
  async read(below: number, limit: number, filters: PostFilters): Promise<Stretch> {
    const { authorId, ...rest } = filters;
    const { text, values } = conditions(rest);
    const author = authorId === undefined ? '' : ' AND author_id = ?';
    const rows = await this.sql.all<Candidate & { readonly passes: number }>(
      `SELECT p.id, p.body, (1 = 1${text}) AS passes
       FROM (SELECT * FROM post WHERE id < ?${author} ORDER BY id DESC LIMIT ${Number(limit)}) p
       WHERE 1 = 1 ORDER BY p.id DESC`,
      [...values, below, ...(authorId === undefined ? [] : [authorId])],
    );
    return {
      candidates: rows.filter(({ passes }) => passes),
      read: rows.length,
      end: rows.length < limit ? null : (rows.at(-1)?.id ?? null),
    };
  }

  /** The first id at or after a moment. */
  firstSince(moment: Date): Promise<number> {
    return firstSince(this.sql, 'post', moment);
  }

  /** Those of some posts whose authors the reader is to see. */
  async shown(ids: readonly number[], viewerId: number): Promise<Set<number>> {
    if (ids.length === 0) return new Set();
    const rows = await this.database.manager.query<{ id: number | string }[]>(
      `SELECT p.id FROM post p JOIN \`user\` u ON u.id = p.author_id WHERE p.id IN (${ids.map(Number).join(',')}) AND ${isVisible('u')}
         AND NOT EXISTS (SELECT 1 FROM restriction r WHERE r.person_id = ? AND r.other_id = p.author_id)`,
      [viewerId],
    );
    return new Set(rows.map(({ id }) => Number(id)));
  }

  /** Whole posts in the order of the ids, without those that the reader is not to see. */
  async load(ids: readonly number[], viewerId: number): Promise<PostRow[]> {
    if (ids.length === 0) return [];
    const statement = new NamedStatement(selectPosts('post p'));
    const rows = await this.database.manager.query<RawPost[]>(
      `${statement.text} WHERE p.id IN (${ids.map(Number).join(',')})`,
      statement.values({ viewer: viewerId }),
    );
    const byId = new Map(rows.map((row) => [Number(row.id), row]));
    return ids
      .flatMap((id) => byId.get(id) ?? [])
      .map(normal)
      .map(toPostRow)
      .filter(isShown);
  }
}

/** TypeORM hands out MySQL's BIGINT as text. */
const normal = (row: RawPost): RawPost => ({
  ...row,
  entry_id: Number(row.entry_id),
  id: Number(row.id),
  author_id: Number(row.author_id),
  reply_to_id: row.reply_to_id === null ? null : Number(row.reply_to_id),
});

function conditions({ authorId, answeredId, language, isReply, followerId }: PostFilters): { text: string; values: SqlValue[] } {
  const parts: string[] = [];
  const values: SqlValue[] = [];
  const add = (part: string, ...given: SqlValue[]): void => {
    parts.push(` AND ${part}`);
    values.push(...given);
  };
  if (authorId !== undefined) add('p.author_id = ?', authorId);
  if (answeredId !== undefined) add('EXISTS (SELECT 1 FROM post a WHERE a.id = p.reply_to_id AND a.author_id = ?)', answeredId);
  // As RFC 4647 matches: `pt` is `pt` and whatever goes on behind a hyphen, so that `fi` is not `fil`.
  if (language !== undefined) add('(LOWER(p.language) = ? OR LOWER(p.language) LIKE ?)', language, `${language}-%`);
  if (isReply) add('p.reply_to_id IS NOT NULL');
  if (followerId !== undefined) {
    add('EXISTS (SELECT 1 FROM follow f WHERE f.follower_id = ? AND f.followed_id = p.author_id)', followerId);
  }
  return { text: parts.join(''), values };
}
