import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock';
import { Transaction } from '../../database/transaction';
import { EventBus } from '../../events/event-bus';
import { UsersService } from '../../users/users.service';
import { AccessEnded } from '../events/access-ended.event';
import { hashOf } from '../secrets';
import { SessionsRepository } from '../sessions.repository';
import { BrowserNotFound } from './browsers.errors';

/** A browser in which somebody is signed in, or would be on its next visit. */
export interface SignedInBrowser {
  /** Names it on our pages. It opens nothing. */
  readonly handle: string;
  readonly isCurrent: boolean;
  readonly isRemembered: boolean;
  readonly userAgent: string;
  /** '' when it was not noted. */
  readonly ip: string;
  readonly lastUsedAt: Date;
}

/** The browsers in which one is signed in. Those of a remembered browser are one, however many sessions it had. */
@Injectable()
export class BrowsersService {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly users: UsersService,
    private readonly events: EventBus,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** The one that asks first, then by their last use. */
  async list(userId: number, currentSessionId: string | undefined): Promise<SignedInBrowser[]> {
    const [sessions, remembered] = await this.sessions.livingOf(userId, this.clock.now());
    const current = sessions.find(({ id }) => id === currentSessionId);
    const browsers = new Map<string, SignedInBrowser>();
    for (const { id, userAgent, rotatedAt } of remembered) {
      const facts = { isRemembered: true, userAgent, ip: '', lastUsedAt: rotatedAt };
      browsers.set(id, { handle: hashOf(id), isCurrent: current?.rememberedId === id, ...facts });
    }
    // The latest of each browser last.
    for (const { id, rememberedId, userAgent, ip, createdAt, lastUsedAt } of sessions) {
      const key = rememberedId ?? id;
      const facts = { isRemembered: rememberedId !== null, userAgent, ip, lastUsedAt: lastUsedAt ?? createdAt };
      browsers.set(key, {
        handle: hashOf(key),
        isCurrent: id === currentSessionId || browsers.get(key)?.isCurrent === true,
        ...facts,
      });
    }
    return [...browsers.values()].sort(
      (a, b) => Number(b.isCurrent) - Number(a.isCurrent) || b.lastUsedAt.getTime() - a.lastUsedAt.getTime(),
    );
  }

  /** @throws BrowserNotFound also for one of somebody else's */
  async end(userId: number, handle: string): Promise<void> {
    await this.transaction.run(async () => {
      await this.users.lock(userId);
      const [sessions, remembered] = await this.sessions.livingOf(userId, this.clock.now());
      const browser = remembered.find(({ id }) => hashOf(id) === handle);
      const session = sessions.find(({ id }) => hashOf(id) === handle);
      if (browser) await this.sessions.forget(browser.id);
      else if (session) await this.sessions.delete(session.id);
      else throw new BrowserNotFound();
      await this.events.raise(new AccessEnded(userId));
    });
  }

  async endOthers(userId: number, currentSessionId: string): Promise<void> {
    await this.transaction.run(async () => {
      await this.users.lock(userId);
      await this.sessions.deleteOthersOf(userId, currentSessionId);
      await this.events.raise(new AccessEnded(userId));
    });
  }
}
