import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../common/clock';
import { Transaction } from '../database/transaction';
import { EventBus } from '../events/event-bus';
import { PersonBlocked } from '../restrictions/events/person-blocked.event';
import { RestrictionsService } from '../restrictions/restrictions.service';
import { UsersRepository } from '../users/users.repository';
import { UsersService } from '../users/users.service';
import { PersonFollowed } from './events/person-followed.event';
import { CannotFollowSelf, CannotUnfollowSelf, FollowsTooMany } from './follow.errors';
import { FollowRepository } from './follow.repository';

/** A home timeline asks each followed account for its newest post: its cost needs a bound. */
export const MAX_FOLLOWING = 5_000;

const BATCH = 200;

/** Who follows whom. Doing it twice is harmless. */
@Injectable()
export class FollowService implements OnModuleInit {
  constructor(
    private readonly follows: FollowRepository,
    private readonly users: UsersRepository,
    private readonly people: UsersService,
    private readonly restrictions: RestrictionsService,
    private readonly transaction: Transaction,
    private readonly events: EventBus,
    private readonly clock: Clock,
  ) {}

  /** Who blocks somebody is followed by them no longer, nor follows them. */
  onModuleInit(): void {
    this.events.within(PersonBlocked, async ({ personId, otherId }) => {
      await this.unfollow(personId, otherId);
      await this.unfollow(otherId, personId);
    });
  }

  isFollowing(followerId: number, followedId: number): Promise<boolean> {
    return this.follows.exists(followerId, followedId);
  }

  /** @throws CannotFollowSelf, FollowsTooMany, KeptApart, UserNotFound */
  async follow(followerId: number, followedId: number): Promise<void> {
    if (followerId === followedId) throw new CannotFollowSelf();
    await this.people.get(followedId);
    const createdAt = this.clock.now();
    await this.transaction.run(async () => {
      const isNew = await this.counted(followerId, followedId, 1, async () => {
        // Both are locked by now: nobody blocks anybody in between.
        await this.restrictions.ensureMayMeet(followerId, followedId);
        return this.follows.insert({ followerId, followedId, createdAt });
      });
      if (!isNew) return;
      const { followingCount } = await this.people.get(followerId);
      if (followingCount > MAX_FOLLOWING) throw new FollowsTooMany(MAX_FOLLOWING);
      await this.events.raise(new PersonFollowed(followerId, followedId));
    });
  }

  /** @throws CannotUnfollowSelf */
  async unfollow(followerId: number, followedId: number): Promise<void> {
    if (followerId === followedId) throw new CannotUnfollowSelf();
    await this.transaction.run(async () => {
      await this.counted(followerId, followedId, -1, () => this.follows.delete(followerId, followedId));
    });
  }

  /**
   * Ends all that binds somebody to others, who are counted rightly afterwards. One by one: others may do the same at this very moment.
   *
   * @throws when the signal aborts
   */
  async removeAllOf(personId: number, signal: AbortSignal): Promise<void> {
    for (;;) {
      const pairs = await this.follows.someOf(personId, BATCH);
      if (pairs.length === 0) return;
      for (const { followerId, followedId } of pairs) {
        signal.throwIfAborted();
        await this.unfollow(followerId, followedId);
      }
    }
  }

  /**
   * Counts before the work, and back when it found nothing to do. A row of `follow` locks the two people that it points to (MySQL):
   * counted after it, of two who follow the same person each would wait for the other.
   */
  private async counted(followerId: number, followedId: number, amount: 1 | -1, work: () => Promise<boolean>): Promise<boolean> {
    await this.count(followerId, followedId, amount);
    if (await work()) return true;
    await this.count(followerId, followedId, amount === 1 ? -1 : 1);
    return false;
  }

  /** The lower id first: two people who follow each other at once would else wait for each other. */
  private async count(followerId: number, followedId: number, amount: 1 | -1): Promise<void> {
    const steps = [
      { id: followerId, counter: 'followingCount' as const },
      { id: followedId, counter: 'followersCount' as const },
    ].sort((a, b) => a.id - b.id);
    for (const { id, counter } of steps) await this.users.addTo(counter, id, amount);
  }
}
