import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock';
import { SiteConfig } from '../../config/site.config';
import { MAX_FOLLOWING } from '../../follow/follow.service';
import { PasswordsService } from '../../users/passwords.service';
import { UsersRepository } from '../../users/users.repository';
import { CommandFailed } from '../command.errors';
import { CountersService } from '../counters/counters.service';
import { batches } from './batches';
import { Imagination, type ImaginedPerson } from './imagination';
import { Period } from './period';
import { Popularity } from './popularity';
import { type SeedFollow, type SeedPost, SeedRepository } from './seed.repository';

export interface SeedOrder {
  readonly users: number;
  readonly posts: number;
  /** At most {@link maxFollows}. */
  readonly follows: number;
  /** The same seed makes up the same people, words and ties; only the times depend on today. */
  readonly seed: number;
  /** Of everybody who is made up. */
  readonly password: string;
  /** Also where there are people already. */
  readonly force: boolean;
}

/** How many ties so many people can have. */
export const maxFollows = (users: number): number => users * Math.min(users - 1, MAX_FOLLOWING);

interface Resident extends ImaginedPerson {
  readonly id: number;
}

/** Somebody, and how many they follow. */
interface Wish {
  readonly person: Resident;
  count: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const JOINING_MS = 60 * DAY_MS;
const WRITING_MS = 180 * DAY_MS;
const LATELY_MS = 20 * DAY_MS;

const ROWS_A_STATEMENT = 1_000;

/** Fills a site with people, posts and ties, so that it can be looked at, tried and measured. */
@Injectable()
export class SeedService {
  constructor(
    private readonly rows: SeedRepository,
    private readonly users: UsersRepository,
    private readonly passwords: PasswordsService,
    private readonly counters: CountersService,
    private readonly site: SiteConfig,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns who follows most: their home page is worth a look
   * @throws CommandFailed where there are people already
   */
  async sow(order: SeedOrder): Promise<{ username: string }> {
    if (!order.force && (await this.users.count()) > 0) {
      throw new CommandFailed('There are people in this database. Use --force to put more beside them.');
    }
    const now = this.clock.now().getTime();
    // Ids rise with time: what comes after the posts that are there must not be older than they are.
    const latest = await this.rows.latestPostAt();
    const writing = new Period(Math.max(now - WRITING_MS, latest?.getTime() ?? 0), now);
    const imagination = await Imagination.from(order.seed);

    const residents = await this.sowUsers(order, imagination, writing);
    await this.sowPosts(order, imagination, writing, residents);
    const eager = await this.sowFollows(order, imagination, writing, residents);
    await this.counters.rebuild();
    return { username: eager.username };
  }

  private async sowUsers({ users, password }: SeedOrder, imagination: Imagination, writing: Period): Promise<Resident[]> {
    const passwordHash = await this.passwords.hash(password);
    const taken = await this.rows.takenKeys();
    const joining = new Period(writing.from - JOINING_MS, writing.from);
    const lately = new Period(Math.max(writing.from, writing.to - LATELY_MS), writing.to);
    const newcomers = function* () {
      for (const createdAt of joining.moments(users, imagination.chance)) {
        const lastSeenAt = lately.anyMoment(imagination.chance);
        yield { ...imagination.person(taken), passwordHash, createdAt, lastSeenAt };
      }
    };
    const residents: Resident[] = [];
    for (const batch of batches(newcomers(), ROWS_A_STATEMENT)) residents.push(...(await this.rows.insertUsers(batch)));
    return residents;
  }

  private async sowPosts(
    { posts }: SeedOrder,
    imagination: Imagination,
    writing: Period,
    residents: readonly Resident[],
  ): Promise<void> {
    const authors = new Popularity(imagination.shuffled(residents), imagination.chance);
    const { postMaxLength } = this.site;
    const written = function* (): Generator<SeedPost> {
      for (const createdAt of writing.moments(posts, imagination.chance)) {
        const author = authors.draw();
        yield { authorId: author.id, ...imagination.post(author, postMaxLength), createdAt };
      }
    };
    for (const batch of batches(written(), ROWS_A_STATEMENT)) await this.rows.insertPosts(batch);
  }

  /** @returns who follows most */
  private async sowFollows(
    { follows }: SeedOrder,
    imagination: Imagination,
    writing: Period,
    residents: readonly Resident[],
  ): Promise<Resident> {
    const stars = new Popularity(imagination.shuffled(residents), imagination.chance);
    const wishes = wishesOf(imagination.shuffled(residents), follows, imagination.chance);
    const ties = function* (): Generator<SeedFollow> {
      for (const { person, count } of wishes) {
        for (const followed of stars.drawDifferent(count, person)) {
          yield { followerId: person.id, followedId: followed.id, createdAt: writing.anyMoment(imagination.chance) };
        }
      }
    };
    for (const batch of batches(ties(), ROWS_A_STATEMENT)) await this.rows.insertFollows(batch);
    return wishes.reduce((most, next) => (next.count > most.count ? next : most)).person;
  }
}

/** How many each one follows: half of all ties fall to everybody alike, the rest to the eager. */
function wishesOf(people: readonly Resident[], follows: number, chance: () => number): Wish[] {
  const limit = Math.min(people.length - 1, MAX_FOLLOWING);
  const alike = Math.floor(follows / 2 / people.length);
  const wishes = people.map((person): Wish => ({ person, count: alike }));
  const eager = new Popularity(wishes, chance);
  for (let left = follows - alike * people.length; left > 0; left--) {
    const drawn = eager.draw();
    // Whoever can follow no more leaves it to somebody else.
    const wish = drawn.count < limit ? drawn : wishes.find(({ count }) => count < limit);
    if (wish) wish.count++;
  }
  return wishes;
}
