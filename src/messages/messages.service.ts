import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock';
import type { Cursor, CursorPage } from '../common/page';
import { submissionDigest, type Submitted } from '../common/submission-digest';
import { SiteConfig } from '../config/site.config';
import { isDuplicate } from '../database/faults';
import { Transaction } from '../database/transaction';
import { EventBus } from '../events/event-bus';
import { RestrictionsService } from '../restrictions/restrictions.service';
import { UsersRepository } from '../users/users.repository';
import { MessageSent } from './events/message-sent.event';
import { MessagesRead } from './events/messages-read.event';
import { MessageNotFound } from './messages.errors';
import { type Box, type MessageRow, MessagesRepository, type Seen } from './messages.repository';

const BATCH = 100;
const MESSAGES_BATCH = 1_000;

/** What people write to each other alone. */
@Injectable()
export class MessagesService {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly users: UsersRepository,
    private readonly restrictions: RestrictionsService,
    private readonly transaction: Transaction,
    private readonly events: EventBus,
    private readonly site: SiteConfig,
    private readonly clock: Clock,
  ) {}

  /** Somebody's messages, the newest first. */
  page(ownerId: number, box: Box, cursor: Cursor, limit = this.site.postsPerPage): Promise<CursorPage<MessageRow>> {
    return this.messages.page(ownerId, box, cursor, limit);
  }

  /** The first id of a message that was written at or after a moment, of anybody's: ids rise with time. */
  firstSince(moment: Date): Promise<number> {
    return this.messages.firstSince(moment);
  }

  /**
   * A page that its owner looks at: what is on it, and older, is not new any more; what comes meanwhile is.
   *
   * @returns also how many are unread after that
   */
  async open(ownerId: number, box: Box, cursor: Cursor): Promise<{ messages: CursorPage<MessageRow>; unread: number }> {
    const upTo = await this.messages.newestId(ownerId);
    // Read before it is marked: what is new must look new.
    const messages = await this.page(ownerId, box, cursor);
    const unread = await this.markRead(ownerId, { upTo, personId: 'personId' in box ? box.personId : undefined });
    return { messages, unread };
  }

  /** One of somebody's own copies. @throws MessageNotFound also for one of somebody else's */
  async get(ownerId: number, id: number): Promise<MessageRow> {
    const message = await this.messages.find(ownerId, id);
    if (!message) throw new MessageNotFound();
    return message;
  }

  /**
   * @returns the id of the writer's copy; of the one that there is, when the same form was sent before
   * @throws KeptApart
   */
  async send(senderId: number, recipientId: number, message: Submitted): Promise<number> {
    const digest = submissionDigest(message);
    try {
      return await this.transaction.run(() => this.insert(senderId, recipientId, message.body, digest));
    } catch (error) {
      if (digest === undefined || !isDuplicate(error)) throw error;
      return this.messages.idOf(senderId, digest);
    }
  }

  /** Throws away one's own copy; the other's stays. @throws MessageNotFound */
  async remove(ownerId: number, id: number): Promise<void> {
    await this.transaction.run(async () => {
      await this.users.lock(ownerId);
      const message = await this.messages.delete(ownerId, id);
      if (!message) throw new MessageNotFound();
      if (message.isUnread) await this.countRead(ownerId, 1);
    });
  }

  /** @returns how many are unread after that */
  async markRead(ownerId: number, seen: Seen = {}): Promise<number> {
    return this.transaction.run(async () => {
      await this.users.lock(ownerId);
      await this.messages.markRead(ownerId, seen, this.clock.now());
      // Counted anew: a number that was wrong for whatever reason is right from now on.
      const unread = await this.messages.countUnread(ownerId);
      await this.users.set('unreadMessagesCount', ownerId, unread);
      await this.events.raise(new MessagesRead(ownerId));
      return unread;
    });
  }

  /** Of an account that goes: with it goes what it wrote, and what was written to it. @throws when the signal aborts */
  async removeAllWith(personId: number, signal: AbortSignal): Promise<void> {
    for (;;) {
      const owners = await this.messages.ownersWith(personId, BATCH);
      if (owners.length === 0) return;
      for (const ownerId of owners) {
        await this.removeConversation(ownerId, personId, signal);
      }
    }
  }

  private async removeConversation(ownerId: number, personId: number, signal: AbortSignal): Promise<void> {
    for (let removed = MESSAGES_BATCH; removed === MESSAGES_BATCH;) {
      signal.throwIfAborted();
      removed = await this.transaction.run(async () => {
        await this.users.lock(ownerId);
        const { count, unread } = await this.messages.deleteSome(ownerId, personId, MESSAGES_BATCH);
        if (unread > 0) await this.countRead(ownerId, unread);
        return count;
      });
    }
  }

  private async countRead(ownerId: number, read: number): Promise<void> {
    await this.users.addTo('unreadMessagesCount', ownerId, -read);
    await this.events.raise(new MessagesRead(ownerId));
  }

  private async insert(senderId: number, recipientId: number, body: string, digest: string | undefined): Promise<number> {
    const now = this.clock.now();
    // First of all: a message points to both, and two who write to each other at once would each hold what the other one needs.
    await this.users.lock(senderId, recipientId);
    await this.restrictions.ensureMayMeet(senderId, recipientId);
    const copy = { body, createdAt: now };
    const id = await this.messages.insert({
      ...copy,
      ownerId: senderId,
      personId: recipientId,
      isOutgoing: true,
      readAt: now,
      digest: digest ?? null,
    });
    await this.messages.insert({
      ...copy,
      ownerId: recipientId,
      personId: senderId,
      isOutgoing: false,
      readAt: null,
      digest: null,
    });
    await this.users.addTo('unreadMessagesCount', recipientId, 1);
    await this.events.raise(new MessageSent(senderId, recipientId));
    return id;
  }
}
