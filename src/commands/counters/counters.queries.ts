import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database';
import { Sql } from '../../database/sql';

/** What is kept with a row of a table, and the rows that it counts. */
const COUNTS = {
  user: {
    posts: '(SELECT COUNT(*) FROM post p WHERE p.author_id = t.id AND p.repost_of_id IS NULL)',
    followers: '(SELECT COUNT(*) FROM follow f WHERE f.followed_id = t.id)',
    following: '(SELECT COUNT(*) FROM follow f WHERE f.follower_id = t.id)',
    unread_messages: '(SELECT COUNT(*) FROM message m WHERE m.owner_id = t.id AND m.read_at IS NULL)',
    unread_notifications: '(SELECT COUNT(*) FROM notification n WHERE n.user_id = t.id AND n.read_at IS NULL)',
  },
  post: {
    replies: '(SELECT COUNT(*) FROM post p WHERE p.reply_to_id = t.id)',
    likes: '(SELECT COUNT(*) FROM post_like l WHERE l.post_id = t.id)',
    reposts: '(SELECT COUNT(*) FROM post p WHERE p.repost_of_id = t.id)',
  },
} as const satisfies Record<string, Readonly<Record<string, string>>>;

export type Counted = keyof typeof COUNTS;

export const COUNTED = Object.keys(COUNTS) as Counted[];

export const countersOf = (table: Counted): string[] => Object.keys(COUNTS[table]);

/** One row: `likes_kept` beside `likes_counted`, and so on. */
export type CountRow = { readonly id: number; readonly username?: string } & Readonly<Record<string, number | string>>;

const columnsOf = (table: Counted): string =>
  Object.entries(COUNTS[table])
    .map(([counter, count]) => `t.${counter}_count AS ${counter}_kept, ${count} AS ${counter}_counted`)
    .join(', ');

const NAME: Readonly<Record<Counted, string>> = { user: 't.username, ', post: '' };

/** The counters of many rows at a time, whatever tables they count. */
@Injectable()
export class CountersQueries {
  constructor(
    private readonly sql: Sql,
    private readonly database: Database,
  ) {}

  /** The rows above an id. A statement sees one moment, in which a post and its count are both there or both not yet. */
  countsAfter(table: Counted, id: number, limit: number): Promise<CountRow[]> {
    const columns = `t.id, ${NAME[table]}${columnsOf(table)}`;
    return this.sql.all<CountRow>(`SELECT ${columns} FROM \`${table}\` t WHERE t.id > ? ORDER BY t.id LIMIT ?`, [id, limit]);
  }

  /** The same of one row, which nobody else changes until the end of the transaction: whoever adds to it counts with it. */
  async countsLocked(table: Counted, id: number): Promise<CountRow | undefined> {
    if (this.sql.dialect === 'mysql') await this.sql.all(`SELECT id FROM \`${table}\` WHERE id = ? FOR UPDATE`, [id]);
    const [row] = await this.countsAfter(table, id - 1, 1);
    return row?.id === id ? row : undefined;
  }

  async set(table: Counted, id: number, counts: Readonly<Record<string, number>>): Promise<void> {
    const assignments = Object.keys(counts).map((counter) => `${counter}_count = ?`);
    const statement = `UPDATE \`${table}\` SET ${assignments.join(', ')} WHERE id = ?`;
    await this.database.manager.query(statement, [...Object.values(counts), id]);
  }
}
