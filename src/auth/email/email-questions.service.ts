import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock';
import type { Viewer } from '../../common/viewer';
import { Transaction } from '../../database/transaction';
import { Jobs } from '../../jobs/jobs.service';
import { EmailChanges } from '../../users/email-changes.port';
import { Throttles } from '../../throttling/throttles.service';
import { keyOf, type User } from '../../users/user.entity';
import { CONFIRM_EMAIL_MAIL } from './confirm-email-mail.processor';
import { EmailChangesRepository } from './email-changes.repository';
import { EMAIL_CHANGING_MAIL } from './email-changing-mail.processor';

type Account = Pick<User, 'id' | 'email'>;
type ChangingAccount = Pick<User, 'id' | 'email' | 'emailConfirmedAt'>;

/** Asks addresses whether they are somebody's. */
@Injectable()
export class EmailQuestions extends EmailChanges {
  constructor(
    private readonly changes: EmailChangesRepository,
    private readonly jobs: Jobs,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly throttles: Throttles,
  ) {
    super();
  }

  /** Asks the address of an account: when it is opened, and when its owner wants another mail. */
  async ask({ id: userId, email }: Account, locale: string): Promise<void> {
    await this.jobs.add(CONFIRM_EMAIL_MAIL, { userId, email, locale });
  }

  /** Another mail, for who did not get the first. @throws TooManyRequests */
  async askAgain(viewer: Pick<Viewer, 'id' | 'email' | 'emailConfirmed'>, locale: string): Promise<void> {
    await this.allow(viewer.email);
    if (!viewer.emailConfirmed) await this.ask(viewer, locale);
  }

  override allow(to: string): Promise<void> {
    return this.throttles.take('mailsToAddress', keyOf(to));
  }

  /**
   * Both addresses get a mail: the new one is asked, the old one is told, if it is known whose it is: else it may be a stranger's, who was named when the account was
   * opened. Nothing changes before the new one is confirmed.
   */
  override async request(
    { id: userId, email: from, emailConfirmedAt }: ChangingAccount,
    to: string,
    locale: string,
  ): Promise<void> {
    await this.transaction.run(async () => {
      await this.changes.save({ userId, email: to, requestedAt: this.clock.now() });
      await this.ask({ id: userId, email: to }, locale);
      if (emailConfirmedAt) await this.jobs.add(EMAIL_CHANGING_MAIL, { userId, from, to, locale });
    });
  }

  /** The address that waits to be confirmed in place of the present one. */
  async wished(userId: number): Promise<string | null> {
    return (await this.changes.find(userId))?.email ?? null;
  }

  /** The present address stays. */
  async cancel(userId: number): Promise<void> {
    await this.changes.delete({ userId });
  }
}
