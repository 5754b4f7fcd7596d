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
/** So many ids are looked through for the first posts of a list, and eight times as many each time that these are too few. */
const REACH = 10_000;
const REACH_GROWTH = 8;

const ABSENT_AFTER_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * The lists from which home timelines are read where they are filled when somebody publishes. A list never says anything that is not so: who reads
 * it leaves out what is gone and whom they follow no longer. What it could lack is told by `isComplete` and `sinceId`.
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
   * @throws when the signal aborts
   */
  async build(ownerId: number, signal: AbortSignal, kept = KEPT): Promise<void> {
    await this.lists.ensure(ownerId);
    const list = await this.lists.find(ownerId);
    if (!list || list.isComplete) return;
    const ids = await this.newestFor(ownerId, signal, kept);
    await this.lists.add(ids.map((postId) => ({ ownerId, postId })));
    const sinceId = ids.length < kept ? 0 : (ids.at(-1) as number) - 1;
    await this.lists.complete(ownerId, list.revision, sinceId);
  }

  /** Puts a post on the lists of those who follow its author. Twice is harmless. @throws when the signal aborts */
  async deliver(postId: number, authorId: number, signal: AbortSignal): Promise<void> {
    for (let after = 0; ;) {
      signal.throwIfAborted();
      const readers = await this.lists.readersOf(authorId, after, BATCH);
      await this.lists.add(readers.map((ownerId) => ({ ownerId, postId })));
      after = readers.at(-1) ?? after;
      if (readers.length < BATCH) break;
    }
    this.events.afterCommit(new PostDelivered(postId, authorId));
  }

  /** Somebody's list lacks something: in the transaction that makes it so. */
  outdate(ownerId: number): Promise<void> {
    return this.lists.outdate(ownerId);
  }

  /** Something was published that is not delivered: every list lacks it. */
  outdateAll(): Promise<void> {
    return this.lists.outdateAll();
  }

  /** Forgets lists of those who have not been here for a month, and what is far down on the others. @throws when the signal aborts */
  async tidy(signal: AbortSignal, kept = KEPT): Promise<void> {
    await this.forgetAbsent(signal);
    for (let after = 0; ;) {
      const owners = await this.lists.ownersAfter(after, BATCH);
      for (const ownerId of owners) {
        signal.throwIfAborted();
        await this.shorten(ownerId, kept);
      }
      after = owners.at(-1) ?? after;
      if (owners.length < BATCH) return;
    }
  }

  /** @throws when the signal aborts */
  async forgetAll(signal: AbortSignal): Promise<void> {
    await this.forget(() => this.lists.ownersAfter(0, BATCH), signal);
  }

  private async newestFor(ownerId: number, signal: AbortSignal, kept: number): Promise<number[]> {
    const newest = await this.lists.newestPostId();
    for (let reach = REACH; ; reach *= REACH_GROWTH) {
      signal.throwIfAborted();
      const ids = await this.lists.newestFor(ownerId, Math.max(newest - reach, 0), kept);
      if (ids.length === kept || reach >= newest) return ids;
    }
  }

  private async forgetAbsent(signal: AbortSignal): Promise<void> {
    const moment = new Date(this.clock.now().getTime() - ABSENT_AFTER_MS);
    await this.forget(() => this.lists.absentSince(moment, BATCH), signal);
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

  /** Under the lock of the list: nobody builds it between the two steps. */
  private async shorten(ownerId: number, kept: number): Promise<void> {
    const sinceId = await this.lists.firstBeyond(ownerId, kept);
    if (sinceId === undefined) return;
    await this.transaction.run(async () => {
      if (await this.lists.raise(ownerId, sinceId)) await this.lists.deleteEntries(ownerId, sinceId);
    });
  }
}
