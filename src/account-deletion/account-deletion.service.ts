import { Injectable } from '@nestjs/common';
import { AccountService, type Proof } from '../auth/account/account.service';
import { CredentialsService } from '../auth/credentials.service';
import { Clock } from '../common/clock';
import { Transaction } from '../database/transaction';
import { EventBus } from '../events/event-bus';
import { ExportsService } from '../export/exports.service';
import { FollowService } from '../follow/follow.service';
import { Jobs } from '../jobs/jobs.service';
import { MessagesService } from '../messages/messages.service';
import { ReactionsService } from '../posts/reactions/reactions.service';
import { PostsService } from '../posts/posts.service';
import { PersonDeleted } from '../users/events/person-deleted.event';
import { UsersRepository } from '../users/users.repository';
import { UsersService } from '../users/users.service';
import { DELETE_ACCOUNT } from './delete-account.kind';
import { LEAVING_MAIL } from './leaving-mail.processor';

const GRACE_MS = 14 * 24 * 60 * 60 * 1000;

/**
 * Leaving for good. At once everybody is signed out and nobody sees the account any more; for 14 days signing in brings it back; then it
 * is deleted, with all that belongs to it.
 */
@Injectable()
export class AccountDeletionService {
  constructor(
    private readonly account: AccountService,
    private readonly credentials: CredentialsService,
    private readonly people: UsersService,
    private readonly users: UsersRepository,
    private readonly posts: PostsService,
    private readonly reactions: ReactionsService,
    private readonly follows: FollowService,
    private readonly messages: MessagesService,
    private readonly exports: ExportsService,
    private readonly jobs: Jobs,
    private readonly events: EventBus,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** @throws WrongPassword, TooManyRequests */
  async request(proof: Proof, locale: string): Promise<void> {
    const { id: userId } = await this.account.verify(proof);
    const runAt = new Date(this.clock.now().getTime() + GRACE_MS);
    await this.transaction.run(async () => {
      await this.users.updateDeletesAt(userId, runAt);
      await this.credentials.endAll(userId);
      await this.jobs.add(DELETE_ACCOUNT, { userId }, { runAt });
      await this.jobs.add(LEAVING_MAIL, { userId, locale });
    });
  }

  /** Without days of grace, for operators. Should this process die half-way, a worker ends it. */
  async deleteNow(userId: number): Promise<void> {
    await this.transaction.run(async () => {
      await this.users.updateDeletesAt(userId, this.clock.now());
      await this.credentials.endAll(userId);
      await this.jobs.add(DELETE_ACCOUNT, { userId });
    });
    await this.carryOut(userId, new AbortController().signal);
  }

  /**
   * Deletes an account whose time has come, piece by piece, so that nobody waits for one long transaction, and no statement takes longer
   * than it may: what is counted with others first, then all else that points to them, then they themselves. Nothing for one that came
   * back. Done again after it was interrupted, it goes on where it was.
   *
   * @throws when the signal aborts
   */
  async carryOut(userId: number, signal: AbortSignal): Promise<void> {
    if (!(await this.people.isGone(userId))) return;
    await this.posts.removeAllOf(userId, signal);
    await this.reactions.removeAllOf(userId, signal);
    await this.follows.removeAllOf(userId, signal);
    await this.messages.removeAllWith(userId, signal);
    await this.exports.removeAllOf(userId);
    await this.events.raise(new PersonDeleted(userId));
    await this.users.clear(userId, signal);
    await this.users.delete(userId);
  }
}
