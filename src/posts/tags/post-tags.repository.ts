import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database';
import { PostTag } from './post-tag.entity';

/** All SQL of the table `post_tag`, but for the lists by tag, which are in `timeline`. */
@Injectable()
export class PostTagsRepository {
  constructor(private readonly database: Database) {}

  /** A post is about this, and nothing else. */
  async replace(postId: number, tags: readonly string[]): Promise<void> {
    await this.tags.delete({ postId });
    await this.add(postId, tags);
  }

  async add(postId: number, tags: readonly string[]): Promise<void> {
    if (tags.length > 0) await this.tags.insert(tags.map((tag) => ({ postId, tag })));
  }

  private get tags() {
    return this.database.manager.getRepository(PostTag);
  }
}
