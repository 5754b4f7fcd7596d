import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock';
import type { Viewer } from '../../common/viewer';
import { isDuplicate } from '../../database/faults';
import { Transaction } from '../../database/transaction';
import { EventBus } from '../../events/event-bus';
import { RestrictionsService } from '../../restrictions/restrictions.service';
import { UsersRepository } from '../../users/users.repository';
import { PostLiked } from '../events/post-liked.event';
import { PostReposted } from '../events/post-reposted.event';
import { PostNotFound } from '../posts.errors';
import { type PostCounter, type PostFacts, PostsRepository } from '../posts.repository';
import { PostsService } from '../posts.service';
import { ReactionsRepository } from './reactions.repository';

const BATCH = 200;

/** What readers do with a post. Doing it twice is harmless. */
@Injectable()
export class ReactionsService {
  constructor(
    private readonly posts: PostsRepository,
    private readonly service: PostsService,
    private readonly reactions: ReactionsRepository,
    private readonly users: UsersRepository,
    private readonly restrictions: RestrictionsService,
    private readonly transaction: Transaction,
    private readonly events: EventBus,
    private readonly clock: Clock,
  ) {}

  /** @throws PostNotFound, KeptApart */
  async like(postId: number, viewer: Viewer): Promise<void> {
    const userId = viewer.id;
    await this.withPost(postId, viewer, async ({ authorId }) => {
      if (!(await this.reactions.insertLike(userId, postId, this.clock.now()))) return;
      await this.posts.addTo('likesCount', postId, 1);
      await this.events.raise(new PostLiked(postId, authorId, userId));
    });
  }

  async unlike(postId: number, { id: userId }: Viewer): Promise<void> {
    await this.undo(postId, 'likesCount', () => this.reactions.deleteLike(userId, postId));
  }

  /** It appears among what one says oneself, with its author's name. @throws PostNotFound, KeptApart */
  async repost(postId: number, viewer: Viewer): Promise<void> {
    const userId = viewer.id;
    await this.withPost(postId, viewer, async ({ authorId }) => {
      const createdAt = this.clock.now();
      let repostId: number;
      try {
        repostId = await this.posts.insert({ authorId: userId, body: '', language: '', createdAt, repostOfId: postId });
      } catch (error) {
        if (isDuplicate(error)) return;
        throw error;
      }
      await this.posts.addTo('repostsCount', postId, 1);
      await this.events.raise(new PostReposted(repostId, postId, authorId, userId));
    });
  }

  async unrepost(postId: number, { id: userId }: Viewer): Promise<void> {
    await this.undo(postId, 'repostsCount', () => this.posts.deleteRepost(userId, postId));
  }

  /** Keeps a post for later; nobody else knows. @throws PostNotFound */
  async bookmark(postId: number, viewer: Viewer): Promise<void> {
    await this.service.get(postId, viewer);
    await this.reactions.insertBookmark(viewer.id, postId, this.clock.now());
  }

  async unbookmark(postId: number, { id: userId }: Viewer): Promise<void> {
    await this.reactions.deleteBookmark(userId, postId);
  }

  /** Of an account that goes: what it liked counts no more. @throws when the signal aborts */
  async removeAllOf(userId: number, signal: AbortSignal): Promise<void> {
    for (;;) {
      const liked = await this.reactions.likedBy(userId, BATCH);
      if (liked.length === 0) return;
      for (const postId of liked) {
        signal.throwIfAborted();
        await this.undo(postId, 'likesCount', () => this.reactions.deleteLike(userId, postId));
      }
    }
  }

  /** The post is locked before anything points to it: of two who do the same each would else wait for the other (MySQL). */
  private async withPost(postId: number, viewer: Viewer, work: (post: PostFacts) => Promise<void>): Promise<void> {
    const { author } = await this.service.get(postId, viewer);
    await this.transaction.run(async () => {
      // As whoever blocks does, and in the same order as who answers: people first.
      await this.users.lock(viewer.id, author.id);
      const post = await this.posts.lock(postId);
      if (!post) throw new PostNotFound();
      await this.restrictions.ensureMayMeet(viewer.id, post.authorId);
      await work(post);
    });
  }

  private async undo(postId: number, counter: PostCounter, remove: () => Promise<boolean>): Promise<void> {
    await this.transaction.run(async () => {
      await this.posts.lock(postId);
      if (await remove()) await this.posts.addTo(counter, postId, -1);
    });
  }
}
