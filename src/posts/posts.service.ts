import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock';
import type { Cursor, CursorPage } from '../common/page';
import type { Viewer } from '../common/viewer';
import { SiteConfig } from '../config/site.config';
import { Transaction } from '../database/transaction';
import { EventBus } from '../events/event-bus';
import type { PersonFacts } from '../users/person.presenter';
import { UsersRepository } from '../users/users.repository';
import { PostDeleted } from './events/post-deleted.event';
import { PostPublished } from './events/post-published.event';
import { NotYourPost, PostNotFound } from './posts.errors';
import { canDelete } from './posts.policy';
import { type PostRow, PostsRepository } from './posts.repository';

export interface NewPost {
  readonly body: string;
  /** ISO 639; absent when its author did not say. */
  readonly language?: string;
}

/** What was said. */
@Injectable()
export class PostsService {
  constructor(
    private readonly posts: PostsRepository,
    private readonly users: UsersRepository,
    private readonly transaction: Transaction,
    private readonly events: EventBus,
    private readonly site: SiteConfig,
    private readonly clock: Clock,
  ) {}

  /** @throws PostNotFound */
  async get(id: number): Promise<PostRow> {
    const post = await this.posts.find(id);
    if (!post) throw new PostNotFound();
    return post;
  }

  pageOf(author: PersonFacts, cursor: Cursor, limit = this.site.postsPerPage): Promise<CursorPage<PostRow>> {
    return this.posts.pageOf(author, cursor, limit);
  }

  /** @returns the id of the new post */
  async publish(authorId: number, { body, language = '' }: NewPost): Promise<number> {
    return this.transaction.run(async () => {
      const id = await this.posts.insert({ authorId, body, language, createdAt: this.clock.now() });
      await this.users.addTo('postsCount', authorId, 1);
      this.events.afterCommit(new PostPublished(id, authorId));
      return id;
    });
  }

  /** @throws PostNotFound, NotYourPost */
  async remove(id: number, viewer: Viewer): Promise<void> {
    const { author } = await this.get(id);
    if (!canDelete(viewer, { authorId: author.id })) throw new NotYourPost();
    await this.transaction.run(async () => {
      if (!(await this.posts.delete(id))) throw new PostNotFound();
      await this.users.addTo('postsCount', author.id, -1);
      this.events.afterCommit(new PostDeleted(id, author.id));
    });
  }
}
