import { Injectable } from '@nestjs/common';
import { Sql } from '../../database/sql';

const BATCH = 500;

/** Whom of those who listen something concerns. */
@Injectable()
export class LiveAudience {
  constructor(private readonly sql: Sql) {}

  /** Those of some people who follow somebody. */
  followersAmong(authorId: number, userIds: readonly number[]): Promise<Set<number>> {
    return this.among(userIds, 'SELECT follower_id AS id FROM follow f WHERE followed_id = ?', authorId);
  }

  /** Those of some people who follow the author of a post that is newer than this one. */
  followersOfAuthorsAfter(postId: number, userIds: readonly number[]): Promise<Set<number>> {
    const text = `SELECT DISTINCT f.follower_id AS id FROM (SELECT DISTINCT author_id FROM post WHERE id > ?) newer
      JOIN follow f ON f.followed_id = newer.author_id WHERE TRUE`;
    return this.among(userIds, text, postId);
  }

  /** Those who have a value that is younger than the one that they know. @param known the last id of each */
  async behind(known: ReadonlyMap<number, number>): Promise<number[]> {
    const late: number[] = [];
    for (const batch of batches([...known.keys()])) {
      const rows = await this.sql.all<{ id: number; last: number }>(
        `SELECT user_id AS id, MAX(id) AS last FROM live_value WHERE user_id IN (${marks(BATCH)}) GROUP BY user_id`,
        batch,
      );
      late.push(...rows.filter(({ id, last }) => last > (known.get(id) ?? 0)).map(({ id }) => id));
    }
    return late;
  }

  /** @param text ends with a condition, to which that of being one of these people is added */
  private async among(userIds: readonly number[], text: string, value: number): Promise<Set<number>> {
    const found = new Set<number>();
    for (const batch of batches(userIds)) {
      const rows = await this.sql.all<{ id: number }>(`${text} AND f.follower_id IN (${marks(BATCH)})`, [value, ...batch]);
      for (const { id } of rows) found.add(id);
    }
    return found;
  }

  async newestPostId(): Promise<number> {
    const [row] = await this.sql.all<{ id: number | null }>('SELECT MAX(id) AS id FROM post');
    return row?.id ?? 0;
  }
}

const marks = (count: number): string => Array<string>(count).fill('?').join(', ');

/** Parts of one size, the last filled up with nobody: a constant text, which the database compiles once. */
function batches(ids: readonly number[]): number[][] {
  const parts: number[][] = [];
  for (let start = 0; start < ids.length; start += BATCH) {
    const part = ids.slice(start, start + BATCH);
    parts.push([...part, ...Array<number>(BATCH - part.length).fill(0)]);
  }
  return parts;
}
