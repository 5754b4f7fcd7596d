import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { isDuplicate } from '../database/faults';
import { Sql } from '../database/sql';
import { Follow } from './follow.entity';

/** All SQL of the table `follow`. Lists of people are in `profiles`. */
@Injectable()
export class FollowRepository {
  constructor(
    private readonly sql: Sql,
    private readonly database: Database,
  ) {}

  async exists(followerId: number, followedId: number): Promise<boolean> {
    const rows = await this.sql.all('SELECT 1 FROM follow WHERE follower_id = ? AND followed_id = ?', [followerId, followedId]);
    return rows.length > 0;
  }

  /** Some of those whom somebody follows, or who follow them. */
  someOf(personId: number, limit: number): Promise<Follow[]> {
    return this.follows.find({ where: [{ followerId: personId }, { followedId: personId }], take: limit });
  }

  /** @returns whether the row is new */
  async insert(follow: Pick<Follow, 'followerId' | 'followedId' | 'createdAt'>): Promise<boolean> {
    try {
      await this.follows.insert(follow);
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }

  /** @returns whether there was a row */
  async delete(followerId: number, followedId: number): Promise<boolean> {
    const { affected } = await this.follows.delete({ followerId, followedId });
    return affected === 1;
  }

  private get follows() {
    return this.database.manager.getRepository(Follow);
  }
}
