import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock';
import type { Cursor, CursorPage } from '../common/page';
import { SiteConfig } from '../config/site.config';
import { Transaction } from '../database/transaction';
import { EventBus } from '../events/event-bus';
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

  async unblock(personId: number, otherId: number): Promise<void> {
    await this.transaction.run(() => this.restrictions.delete(blockOf(personId, otherId)));
  }

  /** @throws CannotRestrictSelf */
  async mute(personId: number, otherId: number): Promise<void> {
    if (personId === otherId) throw new CannotRestrictSelf();
    await this.transaction.run(() => this.restrictions.insert([muteOf(personId, otherId)], this.clock.now()));
  }

  async unmute(personId: number, otherId: number): Promise<void> {
    await this.transaction.run(() => this.restrictions.delete([muteOf(personId, otherId)]));
  }
}

const muteOf = (personId: number, otherId: number): Pair => ({ personId, otherId, kind: 'mute' });

/** Both sides of it. */
const blockOf = (personId: number, otherId: number): Pair[] => [
  { personId, otherId, kind: 'block' },
  { personId: otherId, otherId: personId, kind: 'blocked' },
];
