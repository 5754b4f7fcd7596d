import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database';
import { Sql, type SqlValue, toDate } from '../../database/sql';
import type { Follow } from '../../follow/follow.entity';
import type { Post } from '../../posts/post.entity';
import { keyOf, type User } from '../../users/user.entity';

export type SeedUser = Pick<User, 'username' | 'email' | 'passwordHash' | 'aboutMe' | 'createdAt' | 'lastSeenAt'>;
export type SeedPost = Pick<Post, 'authorId' | 'body' | 'language' | 'createdAt'>;
export type SeedFollow = Pick<Follow, 'followerId' | 'followedId' | 'createdAt'>;

/** Rows by the thousand: one statement each, which is one transaction. */
@Injectable()
export class SeedRepository {
  constructor(
    private readonly sql: Sql,
    private readonly database: Database,
  ) {}

  /** Every name and every address, in the spelling by which they are compared. */
  async takenKeys(): Promise<Set<string>> {
    const rows = await this.sql.all<{ username_key: string; email_key: string }>('SELECT username_key, email_key FROM `user`');
    return new Set(rows.flatMap(({ username_key: username, email_key: email }) => [username, email]));
  }

  /** When the latest post was written. */
  async latestPostAt(): Promise<Date | null> {
    const [row] = await this.sql.all<{ at: Date | string }>('SELECT created_at AS at FROM post ORDER BY id DESC LIMIT 1');
    return row ? toDate(row.at) : null;
  }

  /** @returns the same people with their ids */
  async insertUsers<T extends SeedUser>(users: readonly T[]): Promise<(T & { id: number })[]> {
    const columns =
      'username, username_key, email, email_key, email_confirmed_at, password_hash, about_me, created_at, last_seen_at';
    await this.insert('`user`', columns, users, ({ username, email, passwordHash, aboutMe, createdAt, lastSeenAt }) => [
      username,
      keyOf(username),
      email,
      keyOf(email),
      // Nobody reads that mail: a banner would ask for it in vain.
      createdAt,
      passwordHash,
      aboutMe,
      createdAt,
      lastSeenAt,
    ]);
    const keys = users.map(({ username }) => keyOf(username));
    const rows = await this.database.manager.query<{ id: number | string; username_key: string }[]>(
      `SELECT id, username_key FROM \`user\` WHERE username_key IN (${keys.map(() => '?').join(', ')})`,
      keys,
    );
    const ids = new Map(rows.map((row) => [row.username_key, row.id]));
    return users.map((user) => ({ ...user, id: Number(ids.get(keyOf(user.username))) }));
  }

  async insertPosts(posts: readonly SeedPost[]): Promise<void> {
    await this.insert('post', 'author_id, body, language, created_at', posts, ({ authorId, body, language, createdAt }) => [
      authorId,
      body,
      language,
      createdAt,
    ]);
  }

  async insertFollows(follows: readonly SeedFollow[]): Promise<void> {
    await this.insert('follow', 'follower_id, followed_id, created_at', follows, ({ followerId, followedId, createdAt }) => [
      followerId,
      followedId,
      createdAt,
    ]);
  }

  private async insert<T>(table: string, columns: string, rows: readonly T[], valuesOf: (row: T) => SqlValue[]): Promise<void> {
    const marks = `(${columns.replace(/\w+/g, '?')})`;
    const text = `INSERT INTO ${table} (${columns}) VALUES ${rows.map(() => marks).join(', ')}`;
    await this.database.manager.query(text, rows.flatMap(valuesOf));
  }
}
