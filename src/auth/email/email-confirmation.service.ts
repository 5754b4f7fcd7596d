import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../common/viewer';
import { Transaction } from '../../database/transaction';
import { keyOf } from '../../users/user.entity';
import { UsersService } from '../../users/users.service';
import { LoginRequired } from '../auth.errors';
import { EmailChangesRepository } from './email-changes.repository';
import { EmailTokenInvalid } from './email.errors';
import { type EmailClaim, EmailTokens } from './email-tokens';

/** Addresses are confirmed by who reads their mail. */
@Injectable()
export class EmailConfirmationService {
  constructor(
    private readonly changes: EmailChangesRepository,
    private readonly tokens: EmailTokens,
    private readonly users: UsersService,
    private readonly transaction: Transaction,
  ) {}

  /**
   * The address that a link is about, for the page that asks. One that changes is confirmed by its owner alone, signed in: else a
   * program with a token could take an account over, by a change to an address of its own.
   *
   * @throws EmailTokenInvalid, LoginRequired
   */
  async claimOf(token: string, viewer: Viewer | undefined): Promise<EmailClaim> {
    const claim = this.tokens.read(token);
    if (!claim) throw new EmailTokenInvalid();
    if (await this.isPresent(claim)) return claim;
    if (!(await this.isWished(claim))) throw new EmailTokenInvalid();
    if (viewer?.id !== claim.userId) throw new LoginRequired();
    return claim;
  }

  /** @throws EmailTokenInvalid, LoginRequired, EmailTaken */
  async confirm(token: string, viewer: Viewer | undefined): Promise<void> {
    await this.transaction.run(async () => {
      const owner = this.tokens.read(token)?.userId;
      if (owner !== undefined) await this.users.lock(owner);
      const { userId, email } = await this.claimOf(token, viewer);
      await this.users.confirmEmail(userId, email);
      // A link to the address that they have leaves alone the one that they wish for.
      await this.changes.delete({ userId, email });
    });
  }

  private async isPresent({ userId, email }: EmailClaim): Promise<boolean> {
    return (await this.users.find(userId))?.emailKey === keyOf(email);
  }

  private async isWished({ userId, email }: EmailClaim): Promise<boolean> {
    return (await this.changes.find(userId))?.email === email;
  }
}
