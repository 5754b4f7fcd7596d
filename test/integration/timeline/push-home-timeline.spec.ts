import { Logger } from '@nestjs/common';
import { Clock } from '../../../src/common/clock';
import { type Cursor, firstPage } from '../../../src/common/page';
import { EventBus } from '../../../src/events/event-bus';
import type { Jobs } from '../../../src/jobs/jobs.service';
import type { BUILD_LIST } from '../../../src/timeline/push/build-list.processor';
import { PushHomeTimeline } from '../../../src/timeline/push/push-home-timeline.queries';
import { TimelineList } from '../../../src/timeline/push/timeline-list.entity';
import { TimelineEntry } from '../../../src/timeline/push/timeline-entry.entity';
import { TimelineListsRepository } from '../../../src/timeline/push/timeline-lists.repository';
import { KEPT, TimelineLists } from '../../../src/timeline/push/timeline-lists.service';
import { type HomeOwner, HomeTimeline } from '../../../src/timeline/home-timeline.port';
import { PullHomeTimeline } from '../../../src/timeline/pull-home-timeline.queries';
import { User } from '../../../src/users/user.entity';
import { type World, Worlds } from '../database/world';
import { itIsAHomeTimeline } from './home-timeline.contract';
import { readsOf } from './reads';
import { idsOf, Village } from './village';

const { signal } = new AbortController();

/** The parts of a program, with a list of the jobs that it asked for. */
function partsOf({ sql, database, transaction }: World) {
  const asked: (readonly [string, unknown])[] = [];
  const parts: { refusal?: Error } = {};
  const jobs = {
    add: async (kind: typeof BUILD_LIST, data: unknown) => {
      if (parts.refusal) throw parts.refusal;
      asked.push([kind.name, data]);
    },
  } as unknown as Jobs;
  const repository = new TimelineListsRepository(database, sql);
  return Object.assign(parts, {
    asked,
    repository,
    lists: new TimelineLists(repository, transaction, new EventBus(transaction), new Clock()),
    home: new PushHomeTimeline(sql, jobs, new PullHomeTimeline(sql)),
  });
}

/** Has each list built anew before it is read, as nobody tells it of changes here. */
class JustBuilt extends HomeTimeline {
  private readonly parts: ReturnType<typeof partsOf>;

  constructor(
    world: World,
    private readonly kept: number,
  ) {
    super();
    this.parts = partsOf(world);
  }

  async homeOf(owner: HomeOwner, cursor: Cursor, limit: number) {
    const { repository, lists, home, asked } = this.parts;
    await repository.delete(owner.id);
    await lists.build(owner.id, this.kept);
    const page = await home.homeOf(owner, cursor, limit);
    expect(asked).toEqual([]);
    return page;
  }
}

describe.each([KEPT, 5])('the home timeline, read from a list of %d', (kept) => {
  itIsAHomeTimeline((world) => new JustBuilt(world, kept));
});

describe('a list', () => {
  const worlds = new Worlds();
  let world: World;
  let parts: ReturnType<typeof partsOf>;
  let village: Village;
  let susan: number;
  let john: number;
  let mary: number;

  beforeAll(async () => {
    world = await worlds.create();
    parts = partsOf(world);
  });
  beforeEach(async () => {
    await world.dataSource.getRepository(User).deleteAll();
    parts.asked.length = 0;
    village = new Village(world);
    [susan = 0, john = 0, mary = 0] = await village.people('susan', 'john', 'mary');
    await village.follow(susan, john);
  });
  afterAll(() => worlds.close());

  const home = async (cursor = firstPage, limit = 25) =>
    idsOf(await parts.home.homeOf({ id: susan, followingCount: 1 }, cursor, limit)).items;
  const built = (kept?: number) => parts.lists.build(susan, kept);
  const deliver = (postId: number, authorId: number) => parts.lists.deliver(postId, authorId);
  const list = () => world.database.manager.findOneBy(TimelineList, { ownerId: susan });
  const entries = async () =>
    (await world.database.manager.find(TimelineEntry, { where: { ownerId: susan }, order: { postId: 'DESC' } })).map(
      ({ postId }) => postId,
    );

  it('is asked for by who has none, and reads the timeline all the same', async () => {
    await village.post(john, susan);

    expect(await home()).toEqual([2, 1]);

    expect(parts.asked).toEqual([['timeline.buildList', { ownerId: susan }]]);
  });

  it('is read with one statement, and with no other for a page in its middle', async () => {
    await village.post(...Array<number>(60).fill(john), susan);
    await built();

    for (const cursor of [firstPage, { before: 50 }, { after: 20 }]) {
      const { statements } = await readsOf(world, () => home(cursor));
      expect(statements).toHaveLength(1);
    }
  });

  it('gets what those whom its owner follows publish, once, and nobody else does', async () => {
    await built();
    await village.post(john, mary, john);

    for (const [postId, authorId] of [
      [1, john],
      [2, mary],
      [1, john],
    ] as const) {
      await deliver(postId, authorId);
    }

    expect(await entries()).toEqual([1]);
    expect(await home()).toEqual([1]);
    expect(await parts.repository.find(john)).toBeNull();
  });

  it('shows what its owner says at once, in its place', async () => {
    await village.post(john);
    await built();
    await village.post(susan, john);
    await deliver(3, john);

    expect(await home()).toEqual([3, 2, 1]);
    expect(await entries()).toEqual([3, 1]);
  });

  it('shows no more of whom its owner no longer follows, mutes, or what was deleted', async () => {
    await village.follow(susan, mary);
    await village.post(john, mary, john);
    await built();

    await world.dataSource.query('DELETE FROM follow WHERE followed_id = ?', [mary]);
    await world.dataSource.query('DELETE FROM post WHERE id = 3');

    expect(await home()).toEqual([1]);
    expect(await entries()).toEqual([3, 2, 1]);
  });

  it('is not read once it lacks something, until it is built anew', async () => {
    await village.post(mary, john);
    await built();
    await village.follow(susan, mary);
    await parts.lists.outdate(susan);

    expect(await home()).toEqual([2, 1]);
    expect(parts.asked).toHaveLength(1);

    await built();
    expect(await home()).toEqual([2, 1]);
    expect(parts.asked).toHaveLength(1);
    expect(await entries()).toEqual([2, 1]);
  });

  it('is not complete when somebody was followed while it was built', async () => {
    await village.post(john);
    const read = jest.spyOn(parts.repository, 'newestFor').mockImplementationOnce(async (...asked) => {
      const ids = await parts.repository.newestFor(...asked);
      await village.follow(susan, mary);
      await parts.lists.outdate(susan);
      return ids;
    });

    await built();

    read.mockRestore();
    expect(await list()).toMatchObject({ completedAt: null });
    await built();
    expect(await list()).toMatchObject({ completedAt: expect.any(Date) as Date, sinceId: 0 });
  });

  it('has what was published while it was built', async () => {
    await village.post(john);
    const read = jest.spyOn(parts.repository, 'newestFor').mockImplementationOnce(async (...asked) => {
      const ids = await parts.repository.newestFor(...asked);
      await village.post(john);
      await deliver(2, john);
      return ids;
    });

    await built();

    read.mockRestore();
    expect(await list()).toMatchObject({ completedAt: expect.any(Date) as Date });
    expect(await home()).toEqual([2, 1]);
  });

  it('keeps so many posts, and whoever reads on below finds the rest', async () => {
    await village.post(...Array<number>(20).fill(john), susan, ...Array<number>(20).fill(john));
    await built(10);

    expect(await list()).toMatchObject({ completedAt: expect.any(Date) as Date, sinceId: 31 });
    expect(await home(firstPage, 10)).toEqual(village.pageOf(susan, firstPage, 10).items);
    for (const cursor of [firstPage, { before: 35 }, { before: 20 }, { after: 10 }, { after: 33 }]) {
      expect(await home(cursor, 15)).toEqual(village.pageOf(susan, cursor, 15).items);
    }
  });

  it('reaches so far back and no farther, and whoever reads on below finds those who have long been silent', async () => {
    await village.post(john, { id: 150_000, authorId: john }, { id: 200_000, authorId: mary });

    await built();

    expect(await entries()).toEqual([150_000]);
    expect(await list()).toMatchObject({ completedAt: expect.any(Date) as Date, sinceId: 120_000 });
    expect(await home()).toEqual([150_000, 1]);
  });

  it('is shortened when it is tidied up, without a gap', async () => {
    await village.post(...Array<number>(30).fill(john));
    await built();

    await parts.lists.tidy(signal, 10);

    expect(await entries()).toEqual([30, 29, 28, 27, 26, 25, 24, 23, 22, 21]);
    expect(await list()).toMatchObject({ completedAt: expect.any(Date) as Date, sinceId: 20 });
    expect(await home(firstPage, 25)).toEqual(village.pageOf(susan, firstPage, 25).items);
  });

  it('is looked at by itself only when it is too long: what is tidied up costs no statement for each list', async () => {
    await village.post(...Array<number>(30).fill(john));
    await village.follow(mary, john);
    await built();
    await parts.lists.build(mary, 10);
    await parts.lists.build(john);
    const lookedAt = jest.spyOn(parts.repository, 'firstBeyond');

    await parts.lists.tidy(signal, 10);

    expect(lookedAt.mock.calls).toEqual([[susan, 10]]);
    lookedAt.mockRestore();
    expect(await entries()).toHaveLength(10);
  });

  it('is shortened when it was built over what it had', async () => {
    await village.post(...Array<number>(30).fill(john));
    await built();
    await parts.lists.outdate(susan);
    await built(5);

    await parts.lists.tidy(signal, 10);

    expect(await entries()).toHaveLength(5);
    expect(await list()).toMatchObject({ sinceId: 25 });
  });

  it('is forgotten while it is not complete: what is delivered to it nobody would read', async () => {
    await village.post(john);
    await built();
    await parts.lists.outdate(susan);

    await parts.lists.tidy(signal);

    expect(await list()).toBeNull();
  });

  it.each([
    ['the last visit', (seen: Date) => ({ lastSeenAt: seen })],
    ['joining, without any visit', (seen: Date) => ({ lastSeenAt: null, createdAt: seen })],
  ])('is forgotten a month after %s, unless it is new, with its entries', async (_, seenAt) => {
    await village.post(john);
    await built();
    const at = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000);
    const { manager } = world.database;

    await manager.update(User, { id: susan }, seenAt(at(31)));
    await parts.lists.tidy(signal);
    expect(await entries()).toEqual([1]);

    await manager.update(TimelineList, { ownerId: susan }, { completedAt: at(2) });
    await manager.update(User, { id: susan }, seenAt(at(29)));
    await parts.lists.tidy(signal);
    expect(await entries()).toEqual([1]);

    await manager.update(User, { id: susan }, seenAt(at(31)));
    await parts.lists.tidy(signal);
    expect(await list()).toBeNull();
    expect(await entries()).toEqual([]);
  });

  it('that is complete is not completed once more by who read earlier', async () => {
    await village.post(...Array<number>(30).fill(john));
    await built(10);
    const { revision = 0 } = (await list()) ?? {};

    await parts.repository.complete(susan, revision, 3, new Date());

    expect(await list()).toMatchObject({ sinceId: 20 });
  });

  it('made anew is not completed by who built the one before', async () => {
    await village.post(john);
    const { newestFor } = parts.repository;
    const read = jest.spyOn(parts.repository, 'newestFor').mockImplementationOnce(async (...asked) => {
      const ids = await newestFor.apply(parts.repository, asked);
      await parts.repository.delete(susan);
      await village.post(john);
      await deliver(2, john);
      // Another one begins it anew, and dies before it has read anything.
      jest.spyOn(parts.repository, 'find').mockResolvedValueOnce(null);
      await built();
      return ids;
    });

    await built();

    read.mockRestore();
    expect(await list()).toMatchObject({ completedAt: null });
    expect(await home()).toEqual([2, 1]);
  });

  it('is delivered to though another one goes at that moment', async () => {
    await village.follow(mary, john);
    await built();
    await parts.lists.build(mary);
    await village.post(john);
    const { readersOf } = parts.repository;
    const read = jest.spyOn(parts.repository, 'readersOf').mockImplementationOnce(async (...asked) => {
      const readers = await readersOf.apply(parts.repository, asked);
      await parts.repository.delete(mary);
      return readers;
    });

    await deliver(1, john);

    read.mockRestore();
    expect(await entries()).toEqual([1]);
  });

  it('may be out of reach: whoever reads is served all the same', async () => {
    await village.post(john);
    jest.spyOn(Logger.prototype, 'warn').mockReturnValue(undefined);
    parts.refusal = new Error('The disk is full');

    expect(await home()).toEqual([1]);
    parts.refusal = undefined;
  });

  it('goes with its owner', async () => {
    await village.post(john);
    await built();

    await world.database.manager.delete(User, { id: susan });

    expect(await entries()).toEqual([]);
    await built();
    expect(await list()).toBeNull();
  });

  it('misses nothing of what many say while it is built, outdated and built again', async () => {
    await village.follow(susan, mary);
    const publishing = [john, mary].map(async (authorId, i) => {
      for (let n = 0; n < 25; n++) {
        const id = 1 + 2 * n + i;
        await village.post({ id, authorId });
        await deliver(id, authorId);
      }
    });
    const building = (async () => {
      for (let n = 0; n < 25; n++) {
        await parts.repository.delete(susan);
        await built();
        // What was said so far is on the new list, whether it was delivered to the old one or not.
        const said = (await list())?.completedAt ? await home(firstPage, 100) : [];
        expect(await entries()).toEqual(expect.arrayContaining(said));
      }
    })();

    await Promise.all([...publishing, building]);
    await parts.repository.delete(susan);
    await built();

    expect(await entries()).toEqual(Array.from({ length: 50 }, (_, i) => 50 - i));
    expect(await home(firstPage, 100)).toHaveLength(50);
  });
});
