import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { Clock } from '../common/clock';
import { Transaction } from '../database/transaction';
import type { JwtPurpose } from './jwt-key';
import type { RememberedBrowser } from './remembered-browser.entity';
import { EventBus } from '../events/event-bus';
import { plainAddress } from '../throttling/address-key';
import type { User } from '../users/user.entity';
import { UsersService } from '../users/users.service';
import { InvalidCredentials } from './auth.errors';
import { AccessEnded } from './events/access-ended.event';
import { hashOf, randomToken, sameHash } from './secrets';
import { type SeenViewer, SessionsRepository } from './sessions.repository';

const DAY_MS = 24 * 60 * 60 * 1000;
const USED_EVERY_MS = 60_000;
const SESSION_MS = 14 * DAY_MS;
const REMEMBERED_MS = 365 * DAY_MS;

/** How long the secret before the last one still counts: four tabs that open at once all carry the same one. */
const GRACE_MS = 30_000;

/** A session that has just begun, and what the browser is to keep of it. */
export interface StartedSession {
  /** Of the row in the table, hashed. */
  readonly id: string;
  /** Value of the session cookie: a signed JWT around the id. */
  readonly cookie: string;
  /** Value of the remember-me cookie, when there is a new one. */
  readonly rememberCookie?: { readonly value: string; readonly expires: Date };
}

/** Sessions of browsers: on the server, so that ending one ends it everywhere at once. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly users: UsersService,
    private readonly jwt: JwtService,
    private readonly events: EventBus,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** The row id for the id in a cookie. */
  idOf(cookieId: string): string {
    return hashOf(cookieId);
  }

  find(id: string): Promise<SeenViewer | null> {
    return this.sessions.findViewer(id, this.clock.now());
  }

  /**
   * Begins a session with a fresh id, so that an id that somebody planted before is worth nothing.
   *
   * @param user as read when the proof was checked
   * @throws InvalidCredentials when they may not come in any more (`UsersService.admit`)
   */
  async start(
    { id: userId, passwordHash }: Pick<User, 'id' | 'passwordHash'>,
    { remember, userAgent }: { remember: boolean; userAgent: string },
  ): Promise<StartedSession> {
    return this.transaction.run(async () => {
      if (!(await this.users.admit({ id: userId, passwordHash }))) throw new InvalidCredentials();
      if (!remember) return this.begin(userId, userAgent, null);
      const secret = randomToken();
      const now = this.clock.now();
      const expiresAt = new Date(now.getTime() + REMEMBERED_MS);
      const browser = {
        id: randomToken(16),
        userId,
        secretHash: hashOf(secret),
        previousHash: '',
        rotatedAt: now,
        expiresAt,
        userAgent: short(userAgent),
      };
      await this.sessions.remember(browser);
      const session = await this.begin(userId, userAgent, browser.id);
      return { ...session, rememberCookie: { value: `${browser.id}.${secret}`, expires: expiresAt } };
    });
  }

  /**
   * Begins a session for a browser that was remembered. The secret changes at each use; when an older one comes back, two browsers
   * hold copies of one cookie, and neither is trusted any more.
   *
   * @returns null when the cookie counts for nothing
   */
  async resume(rememberCookie: string, userAgent: string): Promise<StartedSession | null> {
    const [id = '', secret = ''] = rememberCookie.split('.');
    const hash = hashOf(secret);
    return this.transaction.run(async () => {
      const known = await this.sessions.findRemembered(id);
      if (!known) return null;
      await this.users.lock(known.userId);
      // Once more: it may have been forgotten until then, as with a password that was changed.
      const browser = await this.sessions.findRemembered(id);
      const now = this.clock.now();
      if (!browser || browser.expiresAt <= now) return null;
      if (sameHash(hash, browser.secretHash)) return this.rotated(browser, userAgent, now);
      if (sameHash(hash, browser.previousHash) && now.getTime() - browser.rotatedAt.getTime() <= GRACE_MS) {
        return this.begin(browser.userId, userAgent, browser.id);
      }
      await this.sessions.forget(browser.id);
      await this.events.raise(new AccessEnded(browser.userId));
      return null;
    });
  }

  /** Those of some sessions, by the ids of their rows, that have neither ended nor expired. */
  living(ids: readonly string[]): Promise<Set<string>> {
    return this.sessions.living(ids, this.clock.now());
  }

  /** Notes that a session is in use, at most once a minute. */
  async touch(id: string, ip: string | undefined, lastUsedAt: Date | null): Promise<void> {
    const now = this.clock.now();
    if (lastUsedAt && now.getTime() - lastUsedAt.getTime() < USED_EVERY_MS) return;
    await this.sessions.touch(id, plainAddress(ip), now);
  }

  async end(id: string): Promise<void> {
    await this.transaction.run(async () => {
      const owner = await this.sessions.ownerOf(id);
      if (owner === undefined) return;
      await this.users.lock(owner);
      await this.sessions.delete(id);
      await this.events.raise(new AccessEnded(owner));
    });
  }

  private async rotated(browser: RememberedBrowser, userAgent: string, now: Date): Promise<StartedSession> {
    const secret = randomToken();
    await this.sessions.rotate(browser, hashOf(secret), now);
    const session = await this.begin(browser.userId, userAgent, browser.id);
    return { ...session, rememberCookie: { value: `${browser.id}.${secret}`, expires: browser.expiresAt } };
  }

  private async begin(userId: number, userAgent: string, rememberedId: string | null): Promise<StartedSession> {
    const cookieId = randomToken();
    const id = this.idOf(cookieId);
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + SESSION_MS);
    await this.sessions.insert({
      id,
      userId,
      rememberedId,
      userAgent: short(userAgent),
      ip: '',
      lastUsedAt: null,
      createdAt,
      expiresAt,
    });
    const audience: JwtPurpose = 'session';
    const cookie = this.jwt.sign({ sid: cookieId }, { audience, expiresIn: SESSION_MS / 1000 });
    return { id, cookie };
  }
}

/** As much of it as the column holds. */
const short = (userAgent: string): string => userAgent.slice(0, 255);
