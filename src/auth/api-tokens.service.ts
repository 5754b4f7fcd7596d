import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { Clock } from '../common/clock';
import { Transaction } from '../database/transaction';
import { EventBus } from '../events/event-bus';
import type { User } from '../users/user.entity';
import { UsersService } from '../users/users.service';
import type { ApiToken } from './api-token.entity';
import { ApiTokensRepository } from './api-tokens.repository';
import { InvalidCredentials } from './auth.errors';
import { AccessEnded } from './events/access-ended.event';
import type { JwtPurpose } from './jwt-key';

const DAY_MS = 24 * 60 * 60 * 1000;
const USED_EVERY_MS = 60_000;
const LIFE_MS = 60 * 60 * 1000;
const WORTH_KEEPING_MS = 60 * 1000;

export interface NewToken extends Pick<ApiToken, 'name' | 'scope'> {
  readonly days: number;
}

/** Somebody as read when the password was checked. */
type Proven = Pick<User, 'id' | 'passwordHash'>;

export interface IssuedToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Tokens that let a program act for somebody. */
@Injectable()
export class ApiTokensService {
  constructor(
    private readonly tokens: ApiTokensRepository,
    private readonly users: UsersService,
    private readonly jwt: JwtService,
    private readonly events: EventBus,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /**
   * A token for an hour; the one given before, while more than a minute of it remains.
   * Shape: a JWT (HS256) that names a row of ours. The row holds nothing from which the token could be made without our key.
   */
  async issue(userId: number): Promise<IssuedToken> {
    return this.transaction.run(async () => {
      const now = this.clock.now();
      const living = await this.tokens.findLiving(userId, new Date(now.getTime() + WORTH_KEEPING_MS));
      const issuedAt = wholeSeconds(now);
      const token =
        living ??
        (await this.tokens.insert({
          userId,
          name: '',
          scope: 'write',
          issuedAt,
          expiresAt: new Date(issuedAt.getTime() + LIFE_MS),
        }));
      return { token: this.sign(token), expiresAt: token.expiresAt };
    });
  }

  /** `issue`, for who has just proven the password. @throws InvalidCredentials when they may not come in any more (`UsersService.admit`) */
  issueTo(user: Proven): Promise<IssuedToken> {
    return this.transaction.run(async () => {
      if (!(await this.users.admit(user))) throw new InvalidCredentials();
      return this.issue(user.id);
    });
  }

  /**
   * A token for a program that somebody names. Nothing of it is kept but its row: who loses it makes another.
   *
   * @throws InvalidCredentials as `issueTo`
   */
  create(user: Proven, { name, scope, days }: NewToken): Promise<string> {
    return this.transaction.run(async () => {
      if (!(await this.users.admit(user))) throw new InvalidCredentials();
      const issuedAt = wholeSeconds(this.clock.now());
      const expiresAt = new Date(issuedAt.getTime() + days * DAY_MS);
      return this.sign(await this.tokens.insert({ userId: user.id, name, scope, issuedAt, expiresAt }));
    });
  }

  /** All tokens of somebody that have not expired, the newest first. */
  list(userId: number): Promise<ApiToken[]> {
    return this.tokens.livingOf(userId, this.clock.now());
  }

  /** Which of these are still good. */
  living(ids: readonly number[]): Promise<ReadonlySet<number>> {
    return this.tokens.livingAmong(ids, this.clock.now());
  }

  /** Notes that a token is in use, at most once a minute. */
  async touch(id: number, lastUsedAt: Date | null): Promise<void> {
    const now = this.clock.now();
    if (lastUsedAt && now.getTime() - lastUsedAt.getTime() < USED_EVERY_MS) return;
    await this.tokens.touch(id, now);
  }

  /** The token fails from now on. @returns false when somebody has no such token */
  revoke(userId: number, id: number): Promise<boolean> {
    return this.transaction.run(async () => {
      const had = await this.tokens.deleteOwn(userId, id);
      if (had) await this.events.raise(new AccessEnded(userId));
      return had;
    });
  }

  private sign({ id, userId, issuedAt, expiresAt }: ApiToken): string {
    const audience: JwtPurpose = 'api';
    const claims = { sub: String(userId), jti: String(id), iat: issuedAt.getTime() / 1000, exp: expiresAt.getTime() / 1000 };
    return this.jwt.sign(claims, { audience });
  }
}

/** A JWT counts in whole seconds; so do we, to sign the same token again. */
const wholeSeconds = (moment: Date): Date => new Date(Math.floor(moment.getTime() / 1000) * 1000);
