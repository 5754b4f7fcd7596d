import { Injectable } from '@nestjs/common';
import { Transaction } from '../database/transaction';
import { PasswordsService } from '../users/passwords.service';
import type { User } from '../users/user.entity';
import { UsersRepository } from '../users/users.repository';
import { Jobs } from '../jobs/jobs.service';
import { ApiTokensRepository } from './api-tokens.repository';
import { InvalidCredentials } from './auth.errors';
import { PASSWORD_CHANGED_MAIL } from './reset/password-changed-mail.processor';
import { SessionsRepository } from './sessions.repository';

/** Names and passwords: checked for the sign-in page and the API alike, replaced for their owner. */
@Injectable()
export class CredentialsService {
  constructor(
    private readonly users: UsersRepository,
    private readonly passwords: PasswordsService,
    private readonly sessions: SessionsRepository,
    private readonly tokens: ApiTokensRepository,
    private readonly transaction: Transaction,
    private readonly jobs: Jobs,
  ) {}

  /** @throws InvalidCredentials after the same time, whichever of the two is wrong */
  async verify(username: string, password: string): Promise<User> {
    const user = await this.users.findByUsername(username);
    if (!(await this.passwords.matches(password, user?.passwordHash)) || !user) throw new InvalidCredentials();
    return user;
  }

  /**
   * Gives somebody another password, ends whatever the old one had opened (sessions, remembered browsers, tokens), and tells them by mail.
   *
   * @returns false when the password is no longer the one that `user` was read with: somebody was faster
   */
  async replace({ id, passwordHash: was }: User, password: string, locale: string): Promise<boolean> {
    const passwordHash = await this.passwords.hash(password);
    return this.transaction.run(async () => {
      if (!(await this.users.replacePasswordHash(id, was, passwordHash))) return false;
      await this.sessions.deleteAllOf(id);
      await this.tokens.deleteAllOf(id);
      await this.jobs.add(PASSWORD_CHANGED_MAIL, { userId: id, locale });
      return true;
    });
  }
}
