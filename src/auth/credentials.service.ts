import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { tidy } from '../common/text';
import { Transaction } from '../database/transaction';
import { EventBus } from '../events/event-bus';
import { addressKey } from '../throttling/address-key';
import { Throttles } from '../throttling/throttles.service';
import { PasswordsService } from '../users/passwords.service';
import { keyOf, type User } from '../users/user.entity';
import { UsersRepository } from '../users/users.repository';
import { Jobs } from '../jobs/jobs.service';
import { ApiTokensRepository } from './api-tokens.repository';
import { InvalidCredentials } from './auth.errors';
import { PASSWORD_CHANGED_MAIL } from './reset/password-changed-mail.processor';
import { AccessEnded } from './events/access-ended.event';
import { SessionsRepository } from './sessions.repository';
import { TrustedDevicesRepository } from './two-step/trusted-devices.repository';

/**
 * A wrong password is told no sooner than that. Hashes by werkzeug take longer to check than ours, and an account that does not exist has
 * none: the clock would tell which is which.
 */
const FAILURE_TAKES_MS = 400;

/** Names and passwords: checked for the sign-in page and the API alike, replaced for their owner. */
@Injectable()
export class CredentialsService {
  constructor(
    private readonly users: UsersRepository,
    private readonly passwords: PasswordsService,
    private readonly sessions: SessionsRepository,
    private readonly tokens: ApiTokensRepository,
    private readonly devices: TrustedDevicesRepository,
    private readonly transaction: Transaction,
    private readonly events: EventBus,
    private readonly jobs: Jobs,
    private readonly throttles: Throttles,
  ) {}

  /**
   * Whose name and password these are. Each try counts, for the account and for where it comes from, until one is right.
   *
   * @param ip where the try comes from
   * @throws TooManyRequests; InvalidCredentials after the same time, whichever of the two is wrong
   */
  async verify(username: string, password: string, ip: string | undefined): Promise<User> {
    const [name, address] = [plainName(username), addressKey(ip)];
    await this.throttles.take('guessesFromAddress', address);
    const owner = await this.users.findByUsername(name);
    // By id: else whoever renames an account would begin to count anew. No name has such a sign.
    const account = owner ? `#${owner.id}` : name;
    await this.throttles.take('guessesAtAccount', account);
    const patience = sleep(FAILURE_TAKES_MS, undefined, { ref: false });
    const user = keyOf(username) === name ? owner : await this.users.findByUsername(username);
    if (!(await this.passwords.matches(password, user?.passwordHash)) || !user) {
      await patience;
      throw new InvalidCredentials();
    }
    await Promise.all([
      this.throttles.forget('guessesAtAccount', account),
      this.throttles.giveBack('guessesFromAddress', address),
      this.renewHash(user, password),
    ]);
    return user;
  }

  /**
   * Gives somebody another password, ends whatever the old one had opened (sessions, remembered browsers, tokens), and tells them by mail.
   *
   * @returns the new hash; null when the password is no longer the one that `user` was read with: somebody was faster
   */
  async replace({ id, passwordHash: was }: User, password: string, locale: string): Promise<string | null> {
    const passwordHash = await this.passwords.hash(password);
    return this.transaction.run(async () => {
      if (!(await this.users.replacePasswordHash(id, was, passwordHash))) return null;
      await this.endAll(id);
      await this.jobs.add(PASSWORD_CHANGED_MAIL, { userId: id, locale });
      return passwordHash;
    });
  }

  /** Ends all that somebody's password has opened. */
  endAll(userId: number): Promise<void> {
    return this.transaction.run(async () => {
      await this.users.lock(userId);
      await this.sessions.deleteAllOf(userId);
      await this.tokens.deleteAllOf(userId);
      await this.devices.deleteAllOf(userId);
      await this.events.raise(new AccessEnded(userId));
    });
  }

  /** The moment in which the password is known is the only one in which an old hash can be replaced by one of today. */
  private async renewHash(user: User, password: string): Promise<void> {
    const { id, passwordHash: was } = user;
    if (was === null || !this.passwords.isOutdated(was)) return;
    const passwordHash = await this.passwords.hash(password);
    if (await this.users.replacePasswordHash(id, was, passwordHash)) user.passwordHash = passwordHash;
  }
}

/** However it is spelled, it is one account. */
const plainName = (username: string): string => keyOf(tidy(username.normalize('NFKC')));
