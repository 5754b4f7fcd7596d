import { Injectable } from '@nestjs/common';
import { Transaction } from '../database/transaction';
import { PasswordsService } from '../users/passwords.service';
import type { User } from '../users/user.entity';
import { UsersRepository } from '../users/users.repository';
import { ApiTokensRepository } from './api-tokens.repository';
import { InvalidCredentials } from './auth.errors';
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
  ) {}

  /** @throws InvalidCredentials after the same time, whichever of the two is wrong */
  async verify(username: string, password: string): Promise<User> {
    const user = await this.users.findByUsername(username);
    if (!(await this.passwords.matches(password, user?.passwordHash)) || !user) throw new InvalidCredentials();
    return user;
  }

  /** Gives somebody another password and ends whatever the old one had opened: sessions, remembered browsers, tokens. */
  async replace(userId: number, password: string): Promise<void> {
    const passwordHash = await this.passwords.hash(password);
    await this.transaction.run(async () => {
      await this.users.updatePasswordHash(userId, passwordHash);
      await this.sessions.deleteAllOf(userId);
      await this.tokens.deleteAllOf(userId);
    });
  }
}
