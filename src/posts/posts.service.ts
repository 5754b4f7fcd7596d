import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock';
import type { Cursor, CursorPage } from '../common/page';
import { type Precondition, unconditionally } from '../common/precondition';
import { submissionDigest } from '../common/submission-digest';
import type { Viewer } from '../common/viewer';
import { SiteConfig } from '../config/site.config';
import { isDuplicate } from '../database/faults';
import { Transaction } from '../database/transaction';
import { EventBus } from '../events/event-bus';
import { RestrictionsService } from '../restrictions/restrictions.service';
import type { PersonFacts } from '../users/person.presenter';
import { UsersRepository } from '../users/users.repository';
import { PostEdited } from './events/post-edited.event';
import { PostPublished } from './events/post-published.event';
import { PostsDeleted } from './events/posts-deleted.event';
import type { PostRow } from './post-rows.repository';
import { NotYourPost, PostNotFound } from './posts.errors';
import { canDelete, canEdit } from './posts.policy';
import { type PostFacts, PostsRepository } from './posts.repository';
import { SubmissionsRepository } from './submissions.repository';
import { PostTagsRepository } from './tags/post-tags.repository';
import { languageOf } from './text/language';
import { mentionsIn, tagsIn } from './text/post-text';

export interface NewPost {
  readonly body: string;
  /** BCP 47; absent or '' when its author did not say. */
  readonly language?: string;
  /** Names the form in which it was written: sent again with the same text, it is the same post. */
  readonly once?: string;
  /** Id of the post that it answers. */
  readonly inReplyTo?: number;
}

/** What a post said from a moment on. */
export interface PostVersion {
  readonly body: string;
  /** BCP 47, '' when nobody is sure; absent of what it said before: what that was in is not kept. */
  readonly language?: string;
  readonly since: Date;
}

/** A post and what was said around it. */
export interface Conversation {
  /** What it answers, and what that answers, oldest first. */
  readonly before: readonly PostRow[];
  readonly post: PostRow;
  readonly replies: CursorPage<PostRow>;
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
    private readonly tags: PostTagsRepository,
    private readonly users: UsersRepository,
    private readonly restrictions: RestrictionsService,
    private readonly transaction: Transaction,
    private readonly events: EventBus,
    private readonly site: SiteConfig,
    private readonly clock: Clock,
  ) {}

  /** @throws PostNotFound also when its author does not want to be seen by this reader */
  async get(id: number, viewer: Pick<Viewer, 'id'>): Promise<PostRow> {
    const post = await this.getAny(id, viewer);
    if (post.isHidden || post.restrictions.includes('blocked')) throw new PostNotFound();
    return post;
  }

  /** One's own, to be changed. @throws PostNotFound, NotYourPost */
  async getEditable(id: number, viewer: Viewer): Promise<PostRow> {
    const post = await this.get(id, viewer);
    if (!canEdit(viewer, { authorId: post.author.id })) throw new NotYourPost();
    return post;
  }

  pageOf(
    author: PersonFacts,
    viewer: Pick<Viewer, 'id'>,
    cursor: Cursor,
    limit = this.site.postsPerPage,
  ): Promise<CursorPage<PostRow>> {
    return this.posts.pageOf(author.id, viewer.id, cursor, limit);
  }

  /** What they said themselves, and nothing that they passed on. */
  lastOf(author: PersonFacts, viewer: Pick<Viewer, 'id'>, limit = this.site.postsPerPage): Promise<PostRow[]> {
    return this.posts.lastOf(author.id, viewer.id, limit);
  }

  /** @throws PostNotFound */
  async conversation(id: number, viewer: Viewer, cursor: Cursor, limit = this.site.postsPerPage): Promise<Conversation> {
    const post = await this.get(id, viewer);
    const before = post.replyToId === null ? [] : await this.posts.ancestors(id, viewer.id);
    const hasReplies = post.repliesCount > 0;
    const replies = hasReplies ? await this.posts.replies(id, viewer.id, cursor, limit) : { items: [], older: null, newer: null };
    return { before, post, replies };
  }

  /** What a post said and says, the oldest first. @throws PostNotFound */
  async history(id: number, viewer: Viewer): Promise<{ post: PostRow; versions: PostVersion[] }> {
    const post = await this.get(id, viewer);
    const { body, language, createdAt, editedAt } = post;
    const earlier = editedAt === null ? [] : await this.posts.revisions(id);
    const versions = earlier.map((revision) => ({ body: revision.body, since: revision.createdAt }));
    return { post, versions: [...versions, { body, language, since: editedAt ?? createdAt }] };
  }

  /**
   * @returns the id of the new post; of the one that there is, when the same form was sent before
   * @throws PostNotFound for what it answers, KeptApart
   */
  async publish(authorId: number, post: NewPost): Promise<number> {
    const digest = submissionDigest(post);
    // Before the transaction: it may take longer than all of that, and others wait for a transaction.
    const language = post.language || (await languageOf(post.body));
    try {
      return await this.transaction.run(() => this.insert(authorId, { ...post, language }, digest));
    } catch (error) {
      if (digest === undefined || !isDuplicate(error)) throw error;
      return this.submissions.postOf(authorId, digest);
    }
  }

  /**
   * What it said before can still be read. Another language alone makes no version.
   *
   * @param language absent, it stays what it is: its author may have said so. '' lets it be guessed anew
   * @throws PostNotFound, NotYourPost
   */
  async edit(
    id: number,
    { body, language }: Pick<NewPost, 'body' | 'language'>,
    viewer: Viewer,
    precondition: Precondition = unconditionally,
  ): Promise<void> {
    const guess = language ? '' : await languageOf(body);
    await this.transaction.run(async () => {
      const post = await this.lock(id);
      if (!canEdit(viewer, post)) return this.refuse(id, viewer);
      await precondition();
      // Of a post that has none nobody said anything: more words may make it sure.
      const next = (language ?? post.language) || guess;
      if (post.body === body) return next === post.language ? undefined : this.posts.updateLanguage(id, next);
      await this.posts.revise(post, { body, language: next }, this.clock.now());
      await this.tags.replace(id, tagsIn(body));
      const before = mentionsIn(post.body);
      const mentions = mentionsIn(body).filter((name) => !before.includes(name));
      await this.events.raise(new PostEdited(id, post.authorId, mentions));
    });
  }

  /** @throws PostNotFound, NotYourPost */
  async remove(id: number, viewer: Viewer, precondition: Precondition = unconditionally): Promise<void> {
    await this.transaction.run(async () => {
      const post = await this.lock(id);
      if (!canDelete(viewer, post)) return this.refuse(id, viewer);
      await precondition();
      await this.delete(post);
    });
  }

  /** The same for those who look after the place, from whom nothing is hidden; who may, is asked elsewhere. @throws PostNotFound */
  async getAny(id: number, viewer: Pick<Viewer, 'id'>): Promise<PostRow> {
    const post = await this.posts.find(id, viewer.id);
    if (!post) throw new PostNotFound();
    return post;
  }

  /** For those who look after the place; who may, is asked elsewhere. @returns whose it was @throws PostNotFound */
  async takeAway(id: number): Promise<number> {
    return this.transaction.run(async () => {
      const post = await this.lock(id);
      await this.delete(post);
      return post.authorId;
    });
  }

  /** Of an account that goes with them. @throws when the signal aborts */
  async removeAllOf(authorId: number, signal: AbortSignal): Promise<void> {
    for (;;) {
      signal.throwIfAborted();
      const some = await this.posts.someOf(authorId, BATCH);
      if (some.length === 0) return;
      const ids = some.map(({ id }) => id);
      await this.events.raise(new PostsDeleted(ids));
      await this.posts.clear(ids, signal);
      await this.transaction.run(async () => {
        for (const { id, replyToId, repostOfId } of some) {
          if (!(await this.posts.delete(id))) continue;
          if (replyToId !== null) await this.posts.addTo('repliesCount', replyToId, -1);
          if (repostOfId !== null) await this.posts.addTo('repostsCount', repostOfId, -1);
        }
      });
    }
  }

  /** @throws PostNotFound when it is not even to be seen, NotYourPost */
  private async refuse(id: number, viewer: Viewer): Promise<never> {
    await this.get(id, viewer);
    throw new NotYourPost();
  }

  private async lock(id: number): Promise<PostFacts> {
    const post = await this.posts.lock(id);
    if (!post) throw new PostNotFound();
    return post;
  }

  private async delete({ id, authorId, replyToId }: PostFacts): Promise<void> {
    await this.events.raise(new PostsDeleted([id]));
    await this.posts.clear([id]);
    if (!(await this.posts.delete(id))) throw new PostNotFound();
    if (replyToId !== null) await this.posts.addTo('repliesCount', replyToId, -1);
    await this.users.addTo('postsCount', authorId, -1);
  }

  private async insert(authorId: number, post: NewPost & { readonly language: string }, digest?: string): Promise<number> {
    const { body, language, inReplyTo } = post;
    const createdAt = this.clock.now();
    const answered = inReplyTo === undefined ? null : await this.answered(inReplyTo, authorId);
    // First of all, so that a second post of the same author waits here: later each would hold what the other one needs.
    await this.users.addTo('postsCount', authorId, 1);
    const id = await this.posts.insert({ authorId, body, language, createdAt, replyToId: answered?.id ?? null });
    if (answered) await this.posts.addTo('repliesCount', answered.id, 1);
    await this.tags.add(id, tagsIn(body));
    if (digest !== undefined) await this.submissions.insert({ authorId, digest, postId: id, createdAt });
    if (id % SWEEP_EVERY === 0) await this.submissions.deleteBefore(new Date(createdAt.getTime() - SUBMISSION_LIFE_MS));
    await this.events.raise(new PostPublished(id, authorId, mentionsIn(body), answered?.authorId ?? null));
    return id;
  }

  /** The people first, in the order of their ids: both may be writing to each other. @throws PostNotFound, KeptApart */
  private async answered(id: number, authorId: number): Promise<PostFacts> {
    const { author } = await this.get(id, { id: authorId });
    await this.users.lock(authorId, author.id);
    await this.restrictions.ensureMayMeet(authorId, author.id);
    return this.lock(id);
  }
}
