import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database';
import { isDuplicate } from '../../database/faults';
import { Bookmark } from './bookmark.entity';
import { PostLike } from './post-like.entity';

/** All SQL of the tables `post_like` and `bookmark`. */
@Injectable()
export class ReactionsRepository {
  constructor(private readonly database: Database) {}

  /** @returns whether the row is new */
  insertLike(userId: number, postId: number, createdAt: Date): Promise<boolean> {
    return isNew(() => this.likes.insert({ userId, postId, createdAt }));
  }

  /** @returns whether there was a row */
  async deleteLike(userId: number, postId: number): Promise<boolean> {
    const { affected } = await this.likes.delete({ userId, postId });
    return affected === 1;
  }

  /** Some of what somebody likes. */
  async likedBy(userId: number, limit: number): Promise<number[]> {
    const found = await this.likes.find({ select: { postId: true, userId: true }, where: { userId }, take: limit });
    return found.map(({ postId }) => postId);
  }

  async insertBookmark(userId: number, postId: number, createdAt: Date): Promise<void> {
    await isNew(() => this.bookmarks.insert({ userId, postId, createdAt }));
  }

  async deleteBookmark(userId: number, postId: number): Promise<void> {
    await this.bookmarks.delete({ userId, postId });
  }

  private get likes() {
    return this.database.manager.getRepository(PostLike);
  }

  private get bookmarks() {
    return this.database.manager.getRepository(Bookmark);
  }
}

async function isNew(insert: () => Promise<unknown>): Promise<boolean> {
  try {
    await insert();
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}
