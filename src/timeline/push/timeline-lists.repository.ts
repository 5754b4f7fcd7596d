import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual } from 'typeorm';
import { Database } from '../../database/database';
import { Sql } from '../../database/sql';
import { TimelineEntry } from './timeline-entry.entity';
import { TimelineList } from './timeline-list.entity';

/** All SQL that writes the tables `timeline_list` and `timeline_entry`. */
@Injectable()
export class TimelineListsRepository {
  constructor(
    private readonly database: Database,
    private readonly sql: Sql,
  ) {}

  /** Makes an empty list that is not complete, unless there is one, or nobody to own it. */
  async ensure(ownerId: number, revision: number): Promise<void> {
    await this.database.manager.query(
      `${this.sql.insertIgnore} INTO timeline_list (owner_id, revision, completed_at, since_id) SELECT id, ?, NULL, 0 FROM \`user\` WHERE id = ?`,
      [revision, ownerId],
    );
  }

  find(ownerId: number): Promise<TimelineList | null> {
    return this.lists.findOneBy({ ownerId });
  }

  /** In a transaction: nobody else writes this row before it ends. SQLite has one writer at a time anyway. */
  lock(ownerId: number): Promise<TimelineList | null> {
    const lock = this.sql.dialect === 'mysql' ? ({ mode: 'pessimistic_write' } as const) : undefined;
    return this.lists.findOne({ where: { ownerId }, lock });
  }

  /** Something has changed that the entries do not show. */
  async outdate(ownerId: number): Promise<void> {
    await this.lists.update({ ownerId }, { completedAt: null, revision: () => 'revision + 1' });
  }

  /** Does nothing when something has changed since the list had this revision. */
  async complete(ownerId: number, revision: number, sinceId: number, completedAt: Date): Promise<void> {
    await this.lists.update({ ownerId, revision, completedAt: IsNull() }, { completedAt, sinceId });
  }

  /** The newest posts of those whom somebody follows, above one id: of all, also of those whom they do not want to see at present. */
  async newestFor(ownerId: number, aboveId: number, limit: number): Promise<number[]> {
    const rows = await this.sql.all<{ id: number }>(
      `SELECT p.id FROM follow f JOIN post p ON p.author_id = f.followed_id WHERE f.follower_id = ? AND p.id > ?
       ORDER BY p.id DESC LIMIT ${Number(limit)}`,
      [ownerId, aboveId],
    );
    return rows.map(({ id }) => id);
  }

  async newestPostId(): Promise<number> {
    const [row] = await this.sql.all<{ id: number | null }>('SELECT MAX(id) AS id FROM post');
    return row?.id ?? 0;
  }

  /** The next of those who follow somebody and have a list. */
  async readersOf(authorId: number, afterId: number, limit: number): Promise<number[]> {
    const rows = await this.sql.all<{ id: number }>(
      `SELECT f.follower_id AS id FROM follow f JOIN timeline_list l ON l.owner_id = f.follower_id
       WHERE f.followed_id = ? AND f.follower_id > ? ORDER BY f.follower_id LIMIT ${Number(limit)}`,
      [authorId, afterId],
    );
    return rows.map(({ id }) => id);
  }

  /** Puts a post on some lists; one that it is on already, or that is gone, stays as it is. */
  async deliver(postId: number, ownerIds: readonly number[]): Promise<void> {
    if (ownerIds.length === 0) return;
    // Numbers only, of our own: thousands of question marks would take longer to read than to do.
    await this.database.manager.query(
      `${this.sql.insertIgnore} INTO timeline_entry (owner_id, post_id)
       SELECT owner_id, ${Number(postId)} FROM timeline_list WHERE owner_id IN (${ownerIds.map(Number).join(',')})`,
    );
  }

  /** The same for some posts and one list. */
  async fill(ownerId: number, postIds: readonly number[]): Promise<void> {
    if (postIds.length === 0) return;
    await this.database.manager.query(
      `${this.sql.insertIgnore} INTO timeline_entry (owner_id, post_id)
       SELECT l.owner_id, p.id FROM timeline_list l JOIN post p ON p.id IN (${postIds.map(Number).join(',')}) WHERE l.owner_id = ?`,
      [ownerId],
    );
  }

  /** The next lists, by their owners. */
  async ownersAfter(ownerId: number, limit: number): Promise<number[]> {
    const rows = await this.sql.all<{ id: number }>(
      `SELECT owner_id AS id FROM timeline_list WHERE owner_id > ? ORDER BY owner_id LIMIT ${Number(limit)}`,
      [ownerId],
    );
    return rows.map(({ id }) => id);
  }

  /** Whose lists have more than so many entries, of the owners above one and up to another. */
  async ownersOfMoreThan(count: number, afterId: number, upToId: number): Promise<number[]> {
    const rows = await this.sql.all<{ id: number }>(
      `SELECT owner_id AS id FROM timeline_entry WHERE owner_id > ? AND owner_id <= ?
       GROUP BY owner_id HAVING COUNT(*) > ? ORDER BY owner_id`,
      [afterId, upToId, count],
    );
    return rows.map(({ id }) => id);
  }

  /** The newest entry that is one too many; undefined when there are no more than so many. */
  async firstBeyond(ownerId: number, count: number): Promise<number | undefined> {
    const [row] = await this.sql.all<{ id: number }>(
      `SELECT post_id AS id FROM timeline_entry WHERE owner_id = ? ORDER BY post_id DESC LIMIT 1 OFFSET ${Number(count)}`,
      [ownerId],
    );
    return row?.id;
  }

  /** The list begins above this post from now on. */
  async raise(ownerId: number, sinceId: number): Promise<void> {
    await this.lists.update({ ownerId }, { sinceId });
  }

  async deleteEntries(ownerId: number, upToId: number): Promise<void> {
    await this.entries.delete({ ownerId, postId: LessThanOrEqual(upToId) });
  }

  async delete(ownerId: number): Promise<void> {
    await this.lists.delete({ ownerId });
  }

  /** Some owners whose lists are not complete, or who have not been here since the one moment and whose lists are older than the other one. */
  async unread(absentSince: Date, builtBefore: Date, limit: number): Promise<number[]> {
    const rows = await this.sql.all<{ id: number }>(
      `SELECT l.owner_id AS id FROM timeline_list l JOIN \`user\` u ON u.id = l.owner_id
       WHERE l.completed_at IS NULL OR (COALESCE(u.last_seen_at, u.created_at) < ? AND l.completed_at < ?) LIMIT ${Number(limit)}`,
      [absentSince, builtBefore],
    );
    return rows.map(({ id }) => id);
  }

  private get lists() {
    return this.database.manager.getRepository(TimelineList);
  }

  private get entries() {
    return this.database.manager.getRepository(TimelineEntry);
  }
}
