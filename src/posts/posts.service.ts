import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock';
import type { Cursor, CursorPage } from '../common/page';
import { submissionDigest } from '../common/submission-digest';
import type { Viewer } from '../common/viewer';
import { SiteConfig } from '../config/site.config';
import { isDuplicate } from '../database/faults';
import { Transaction } from '../database/transaction';
import { EventBus } from '../events/event-bus';
import type { PersonFacts } from '../users/person.presenter';
import { UsersRepository } from '../users/users.repository';
import { PostDeleted } from './events/post-deleted.event';
import { PostPublished } from './events/post-published.event';
import { NotYourPost, PostNotFound } from './posts.errors';
import { canDelete } from './posts.policy';
import { type PostRow, PostsRepository } from './posts.repository';
import { SubmissionsRepository } from './submissions.repository';

export interface NewPost {
  readonly body: string;
  /** ISO 639; absent when its author did not say. */
  readonly language?: string;
  /** Names the form in which it was written: sent again with the same text, it is the same post. */
  readonly once?: string;
}

const BATCH = 500;

/** By then nobody sends the same form again. */
const SUBMISSION_LIFE_MS = 24 * 60 * 60 * 1000;
/** Posts between two clean-ups: one in so many pays for it. */
const SWEEP_EVERY = 100;

/** What was said. */
@Injectable()
export class PostsService {
  constructor(
    private readonly posts: PostsRepository,
    private readonly submissions: SubmissionsRepository,
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

  /** @returns the id of the new post; of the one that there is, when the same form was sent before */
  async publish(authorId: number, post: NewPost): Promise<number> {
    const digest = submissionDigest(post);
    try {
      return await this.transaction.run(() => this.insert(authorId, post, digest));
    } catch (error) {
      if (digest === undefined || !isDuplicate(error)) throw error;
      return this.submissions.postOf(authorId, digest);
    }
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

  /** Of an account that goes with them: nothing is counted any more. @throws when the signal aborts */
  async removeAllOf(authorId: number, signal: AbortSignal): Promise<void> {
    let deleted = BATCH;
    while (deleted === BATCH) {
      signal.throwIfAborted();
      deleted = await this.posts.deleteSomeOf(authorId, BATCH);
    }
  }

  private async insert(authorId: number, { body, language = '' }: NewPost, digest: string | undefined): Promise<number> {
    const createdAt = this.clock.now();
    // First of all, so that a second post of the same author waits here: later each would hold what the other one needs.
    await this.users.addTo('postsCount', authorId, 1);
    const id = await this.posts.insert({ authorId, body, language, createdAt });
    if (digest !== undefined) await this.submissions.insert({ authorId, digest, postId: id, createdAt });
    if (id % SWEEP_EVERY === 0) await this.submissions.deleteBefore(new Date(createdAt.getTime() - SUBMISSION_LIFE_MS));
    this.events.afterCommit(new PostPublished(id, authorId));
    return id;
  }
}
