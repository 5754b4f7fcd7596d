import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock';
import { Transaction } from '../../database/transaction';
import { EventBus } from '../../events/event-bus';
import { PostDelivered } from './events/post-delivered.event';
import { TimelineListsRepository } from './timeline-lists.repository';

/** Posts on a list when it is built, and after it was tidied up. Who reads on below them is served without the list. */
export const KEPT = 800;

/** Entries written at a time. */
const BATCH = 2_000;
/** Lists measured by one statement, which reads all their entries. */
const MEASURED = 200;
/** So many of the newest ids are looked through for the posts of a list, and so many when these do not fill it. */
const REACHES = [10_000, 80_000];
const MOST_REVISIONS = 2 ** 30;

const DAY_MS = 24 * 60 * 60 * 1000;
const ABSENT_AFTER_MS = 30 * DAY_MS;

/**
 * The lists from which home timelines are read where they are filled when somebody publishes. Who reads a list leaves out what is gone and whom they follow no
 * longer; what it could lack is told by `completedAt` and `sinceId`, but for what is on its way.
 */
@Injectable()
export class TimelineLists {
  constructor(
    private readonly lists: TimelineListsRepository,
    private readonly transaction: Transaction,
    private readonly events: EventBus,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes somebody's list complete. From the first statement on, which is committed before posts are read, they get what is published:
   * it is in what is read here, or delivered. Who follows somebody meanwhile makes it incomplete again, and whoever asks for it next has it built.
   *
   * @param kept posts at most
   */
  async build(ownerId: number, kept = KEPT): Promise<void> {
    // A list that was forgotten and made anew must not pass for the one that it was.
    await this.lists.ensure(ownerId, randomInt(MOST_REVISIONS));
    const list = await this.lists.find(ownerId);
    if (!list || list.completedAt !== null) return;
    const { ids, sinceId } = await this.newestFor(ownerId, kept);
    await this.lists.fill(ownerId, ids);
    await this.lists.complete(ownerId, list.revision, sinceId, this.clock.now());
  }

  /** Puts a post on the lists of those who follow its author. Twice is harmless. */
  async deliver(postId: number, authorId: number): Promise<void> {
    let delivered = 0;
    for (let after = 0; ;) {
      const readers = await this.lists.readersOf(authorId, after, BATCH);
      await this.lists.deliver(postId, readers);
      delivered += readers.length;
      after = readers.at(-1) ?? after;
      if (readers.length < BATCH) break;
    }
    if (delivered > 0) this.events.afterCommit(new PostDelivered(postId, authorId));
  }

  /** Somebody's list lacks something: in the transaction that makes it so. */
  outdate(ownerId: number): Promise<void> {
    return this.lists.outdate(ownerId);
  }

  /** Forgets lists that nobody reads, and what is far down on the others. @throws when the signal aborts */
  async tidy(signal: AbortSignal, kept = KEPT): Promise<void> {
    const now = this.clock.now().getTime();
    const [month, day] = [new Date(now - ABSENT_AFTER_MS), new Date(now - DAY_MS)];
    await this.forget(() => this.lists.unread(month, day, BATCH), signal);
    for (let after = 0; ;) {
      const owners = await this.lists.ownersAfter(after, MEASURED);
      const last = owners.at(-1) ?? after;
      for (const ownerId of await this.lists.ownersOfMoreThan(kept, after, last)) {
        signal.throwIfAborted();
        await this.shorten(ownerId, kept);
      }
      signal.throwIfAborted();
      after = last;
      if (owners.length < MEASURED) return;
    }
  }

  /** @throws when the signal aborts */
  async forgetAll(signal: AbortSignal): Promise<void> {
    await this.forget(() => this.lists.ownersAfter(0, BATCH), signal);
  }

  /** Above an id all that are theirs: of those who write seldom there are fewer than they could be. */
  private async newestFor(ownerId: number, kept: number): Promise<{ ids: number[]; sinceId: number }> {
    const newest = await this.lists.newestPostId();
    let found = { ids: [] as number[], sinceId: newest };
    for (const reach of REACHES) {
      const sinceId = Math.max(newest - reach, 0);
      const ids = await this.lists.newestFor(ownerId, sinceId, kept);
      if (ids.length === kept) return { ids, sinceId: (ids.at(-1) as number) - 1 };
      found = { ids, sinceId };
      if (sinceId === 0) break;
    }
    return found;
  }

  /** One by one: a list goes with its entries. */
  private async forget(some: () => Promise<number[]>, signal: AbortSignal): Promise<void> {
    for (;;) {
      const owners = await some();
      if (owners.length === 0) return;
      for (const ownerId of owners) {
        signal.throwIfAborted();
        await this.lists.delete(ownerId);
      }
    }
  }

  /** Under the lock of the list: nobody outdates or builds it between the steps. */
  private async shorten(ownerId: number, kept: number): Promise<void> {
    const beyond = await this.lists.firstBeyond(ownerId, kept);
    if (beyond === undefined) return;
    await this.transaction.run(async () => {
      const list = await this.lists.lock(ownerId);
      if (!list || list.completedAt === null) return;
      const sinceId = Math.max(list.sinceId, beyond);
      await this.lists.raise(ownerId, sinceId);
      await this.lists.deleteEntries(ownerId, sinceId);
    });
  }
}
