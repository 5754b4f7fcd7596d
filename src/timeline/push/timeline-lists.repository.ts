import { Injectable } from '@nestjs/common';
import { LessThan, LessThanOrEqual } from 'typeorm';
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
  async ensure(ownerId: number): Promise<void> {
    await this.database.manager.query(
      `${this.sql.insertIgnore} INTO timeline_list (owner_id, revision, is_complete, since_id) SELECT id, 0, 0, 0 FROM \`user\` WHERE id = ?`,
      [ownerId],
    );
  }

  find(ownerId: number): Promise<TimelineList | null> {
    return this.lists.findOneBy({ ownerId });
  }

  /** Something has changed that the entries do not show. */
  async outdate(ownerId: number): Promise<void> {
    await this.lists.update({ ownerId }, OUTDATED);
  }

  /** The same for everybody. */
  async outdateAll(): Promise<void> {
    await this.lists.update({ isComplete: true }, OUTDATED);
  }

  /** @returns false when something has changed since the list had this revision */
  async complete(ownerId: number, revision: number, sinceId: number): Promise<boolean> {
    const { affected } = await this.lists.update({ ownerId, revision, isComplete: false }, { isComplete: true, sinceId });
    return affected === 1;
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

  /** Entries that are there already stay as they are. */
  async add(entries: readonly Pick<TimelineEntry, 'ownerId' | 'postId'>[]): Promise<void> {
    if (entries.length === 0) return;
    // Numbers only, of our own: thousands of question marks would take longer to read than to do.
    const values = entries.map(({ ownerId, postId }) => `(${Number(ownerId)},${Number(postId)})`).join(',');
    await this.database.manager.query(`${this.sql.insertIgnore} INTO timeline_entry (owner_id, post_id) VALUES ${values}`);
  }

  /** The next lists, by their owners. */
  async ownersAfter(ownerId: number, limit: number): Promise<number[]> {
    const rows = await this.sql.all<{ id: number }>(
      `SELECT owner_id AS id FROM timeline_list WHERE owner_id > ? ORDER BY owner_id LIMIT ${Number(limit)}`,
      [ownerId],
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

  /** A list that is complete begins above this post from now on. In a transaction: it is locked. @returns false when it is not complete */
  async raise(ownerId: number, sinceId: number): Promise<boolean> {
    const { affected } = await this.lists.update({ ownerId, isComplete: true, sinceId: LessThan(sinceId) }, { sinceId });
    return affected === 1;
  }

  async deleteEntries(ownerId: number, upToId: number): Promise<void> {
    await this.entries.delete({ ownerId, postId: LessThanOrEqual(upToId) });
  }

  async delete(ownerId: number): Promise<void> {
    await this.lists.delete({ ownerId });
  }

  /** Some owners who have not been here since. */
  async absentSince(moment: Date, limit: number): Promise<number[]> {
    const rows = await this.sql.all<{ id: number }>(
      `SELECT l.owner_id AS id FROM timeline_list l JOIN \`user\` u ON u.id = l.owner_id WHERE u.last_seen_at < ? LIMIT ${Number(limit)}`,
      [moment],
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

const OUTDATED = { isComplete: false, revision: () => 'revision + 1' };
