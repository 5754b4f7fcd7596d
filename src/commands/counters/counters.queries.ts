import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database';
import { Sql } from '../../database/sql';

/** What is kept with an account, and the rows that it counts. */
const COUNTS = {
  posts: '(SELECT COUNT(*) FROM post p WHERE p.author_id = `user`.id AND p.repost_of_id IS NULL)',
  followers: '(SELECT COUNT(*) FROM follow f WHERE f.followed_id = `user`.id)',
  unread_messages: '(SELECT COUNT(*) FROM message m WHERE m.owner_id = `user`.id AND m.read_at IS NULL)',
  unread_notifications: '(SELECT COUNT(*) FROM notification n WHERE n.user_id = `user`.id AND n.read_at IS NULL)',
  following: '(SELECT COUNT(*) FROM follow f WHERE f.follower_id = `user`.id)',
} as const;

export type Counter = keyof typeof COUNTS;

export const COUNTERS = Object.keys(COUNTS) as Counter[];

/** One account: `posts_kept` beside `posts_counted`, and so on. */
export type CountRow = { readonly id: number; readonly username: string } & Readonly<
  Record<`${Counter}_${'kept' | 'counted'}`, number>
>;

const COLUMNS = COUNTERS.map((counter) => `${counter}_count AS ${counter}_kept, ${COUNTS[counter]} AS ${counter}_counted`).join(
  ', ',
);
const ASSIGNMENTS = COUNTERS.map((counter) => `${counter}_count = ${COUNTS[counter]}`).join(', ');

/** The counters of many accounts at a time, whatever tables they count. */
@Injectable()
export class CountersQueries {
  constructor(
    private readonly sql: Sql,
    private readonly database: Database,
  ) {}

  /** The accounts above an id. A statement sees one moment, in which a post and its count are both there or both not yet. */
  countsAfter(id: number, limit: number): Promise<CountRow[]> {
    return this.sql.all<CountRow>(`SELECT id, username, ${COLUMNS} FROM \`user\` WHERE id > ? ORDER BY id LIMIT ?`, [id, limit]);
  }

  async recount(ids: readonly number[]): Promise<void> {
    const marks = ids.map(() => '?').join(', ');
    await this.database.manager.query(`UPDATE \`user\` SET ${ASSIGNMENTS} WHERE id IN (${marks})`, [...ids]);
  }
}
