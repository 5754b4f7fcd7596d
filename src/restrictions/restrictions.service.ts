import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock';
import type { Cursor, CursorPage } from '../common/page';
import { SiteConfig } from '../config/site.config';
import { Transaction } from '../database/transaction';
import { EventBus } from '../events/event-bus';
import { isPresent, type User } from '../users/user.entity';
import { UserNotFound } from '../users/users.errors';
import { UsersRepository } from '../users/users.repository';
import { PersonBlocked } from './events/person-blocked.event';
import { CannotRestrictSelf, KeptApart } from './restrictions.errors';
import { type KeptAway, type Pair, RestrictionsRepository } from './restrictions.repository';

/** How somebody keeps somebody else away. */
export interface Distance {
  readonly mutes: boolean;
  readonly blocks: boolean;
  readonly isBlocked: boolean;
}

/** Who does not want to see, or to be seen by, whom. Doing it twice is harmless. */
@Injectable()
export class RestrictionsService {
  constructor(
    private readonly restrictions: RestrictionsRepository,
    private readonly users: UsersRepository,
    private readonly transaction: Transaction,
    private readonly events: EventBus,
    private readonly site: SiteConfig,
    private readonly clock: Clock,
  ) {}

  async between(personId: number, otherId: number): Promise<Distance> {
    const kinds = await this.restrictions.kindsBetween(personId, otherId);
    return { mutes: kinds.includes('mute'), blocks: kinds.includes('block'), isBlocked: kinds.includes('blocked') };
  }

  /** Whom somebody keeps away. */
  list(personId: number, cursor: Cursor, limit = this.site.postsPerPage): Promise<CursorPage<KeptAway>> {
    return this.restrictions.page(personId, cursor, limit);
  }

  /** @throws KeptApart when one of the two blocks the other */
  async ensureMayMeet(personId: number, otherId: number): Promise<void> {
    const { blocks, isBlocked } = await this.between(personId, otherId);
    if (blocks || isBlocked) throw new KeptApart();
  }

  /** @throws CannotRestrictSelf */
  async block(personId: number, otherId: number): Promise<void> {
    if (personId === otherId) throw new CannotRestrictSelf();
    await this.transaction.run(async () => {
      // As who follows, answers or writes does: whoever is first, the other one sees it.
      await this.users.lock(personId, otherId);
      await this.restrictions.insert(blockOf(personId, otherId), this.clock.now());
      await this.events.raise(new PersonBlocked(personId, otherId));
    });
  }

  /** @param asked by which name or id @throws UserNotFound */
  async unblock(personId: number, other: User, asked: string | number): Promise<void> {
    await this.release(other, asked, blockOf(personId, other.id));
  }

  /** @throws CannotRestrictSelf */
  async mute(personId: number, otherId: number): Promise<void> {
    if (personId === otherId) throw new CannotRestrictSelf();
    await this.transaction.run(() => this.restrictions.insert([muteOf(personId, otherId)], this.clock.now()));
  }

  /** @param asked by which name or id @throws UserNotFound */
  async unmute(personId: number, other: User, asked: string | number): Promise<void> {
    await this.release(other, asked, [muteOf(personId, other.id)]);
  }

  /** Also of somebody who is not to be seen any more, for whoever kept them away: to others they are not there. */
  private async release(other: User, asked: string | number, pairs: Pair[]): Promise<void> {
    const wasKeptAway = await this.transaction.run(() => this.restrictions.delete(pairs));
    if (!wasKeptAway && !isPresent(other)) throw new UserNotFound(asked);
  }
}

const muteOf = (personId: number, otherId: number): Pair => ({ personId, otherId, kind: 'mute' });

/** Both sides of it. */
const blockOf = (personId: number, otherId: number): Pair[] => [
  { personId, otherId, kind: 'block' },
  { personId: otherId, otherId: personId, kind: 'blocked' },
];
