import { type Cursor, firstPage } from '../../../src/common/page';
import { Post } from '../../../src/posts/post.entity';
import { PostLike } from '../../../src/posts/reactions/post-like.entity';
import { Restriction } from '../../../src/restrictions/restriction.entity';
import type { HomeTimeline } from '../../../src/timeline/home-timeline.port';
import { User } from '../../../src/users/user.entity';
import { type World, Worlds } from '../database/world';
import { random } from './random';
import { idsOf, Village } from './village';

/** What every home timeline must do. Whoever is said to follow very many may be read in another way, never with another result. */
export function itIsAHomeTimeline(of: (world: World) => HomeTimeline): void {
  const worlds = new Worlds();
  let world: World;
  let timeline: HomeTimeline;
  let village: Village;

  beforeAll(async () => {
    world = await worlds.create();
    timeline = of(world);
  });
  beforeEach(async () => {
    await world.dataSource.getRepository(User).deleteAll();
    village = new Village(world);
    greedy.clear();
  });
  afterAll(() => worlds.close());

  const greedy = new Set<number>();
  const claimToFollowMany = (id: number): void => void greedy.add(id);
  const pageOf = (id: number, cursor: Cursor, limit: number) =>
    timeline.homeOf({ id, followingCount: greedy.has(id) ? 5_000 : 1 }, cursor, limit);

  const read = async (viewerId: number, cursor: Cursor, limit: number) => idsOf(await pageOf(viewerId, cursor, limit));

  /** Follows the links in one direction. Every page must be the one that a look at every post gives. */
  async function walk(viewerId: number, start: Cursor, limit: number, towards: 'older' | 'newer') {
    const ids: number[] = [];
    let last = start;
    for (let cursor: Cursor | null = start; cursor !== null;) {
      const page = await read(viewerId, cursor, limit);
      expect(page).toEqual(village.pageOf(viewerId, cursor, limit));
      ids.push(...page.items);
      last = cursor;
      cursor = page[towards];
    }
    return { ids, last };
  }

  /** Reads from the newest post to the oldest and back. */
  async function readAll(viewerId: number, limit: number): Promise<number[]> {
    const { ids, last } = await walk(viewerId, firstPage, limit, 'older');
    await walk(viewerId, last, limit, 'newer');
    return ids;
  }

  it('shows susan the posts of those she follows and her own, newest first', async () => {
    const [susan = 0, john = 0, mary = 0] = await village.people('susan', 'john', 'mary');
    await village.follow(susan, john);
    await village.post(john, mary, susan, john);

    const page = await pageOf(susan, firstPage, 25);

    expect(page).toMatchObject({ older: null, newer: null });
    expect(page.items.map(({ id, author }) => [id, author.username])).toEqual([
      [4, 'john'],
      [3, 'susan'],
      [1, 'john'],
    ]);
    expect(page.items[1]).toEqual({
      entryId: 3,
      id: 3,
      body: 'post 3',
      language: 'en',
      createdAt: new Date(3_000),
      editedAt: null,
      author: { id: susan, username: 'susan', email: 'susan@example.com' },
      repostedBy: null,
      replyToId: null,
      replyTo: null,
      repliesCount: 0,
      likesCount: 0,
      repostsCount: 0,
      isLiked: false,
      isReposted: false,
      isBookmarked: false,
      restrictions: [],
      isHidden: false,
    });
  });

  it('shows what others passed on, with its author, where they did', async () => {
    const [susan = 0, john = 0, mary = 0] = await village.people('susan', 'john', 'mary');
    await village.follow(susan, john);
    await village.post(mary, john);
    await world.database.manager.insert(Post, { id: 3, authorId: john, body: '', repostOfId: 1, createdAt: new Date() });
    await world.database.manager.insert(PostLike, { userId: susan, postId: 1, createdAt: new Date() });

    const { items } = await pageOf(susan, firstPage, 25);

    expect(items.map(({ entryId, id }) => [entryId, id])).toEqual([
      [3, 1],
      [2, 2],
    ]);
    expect(items[0]).toMatchObject({
      body: 'post 1',
      author: { username: 'mary' },
      repostedBy: { username: 'john' },
      isLiked: true,
    });
  });

  it('leaves out whom the reader mutes, and reads on past them', async () => {
    const [susan = 0, john = 0, mary = 0] = await village.people('susan', 'john', 'mary');
    await village.follow(susan, john, mary);
    await village.post(john, ...Array<number>(30).fill(mary), john);
    await world.database.manager.insert(Restriction, { personId: susan, otherId: mary, kind: 'mute', createdAt: new Date() });

    for (const isGreedy of [false, true]) {
      if (isGreedy) claimToFollowMany(susan);
      const page = idsOf(await pageOf(susan, firstPage, 5));
      expect(page).toEqual({ items: [32, 1], older: null, newer: null });
    }
  });

  it('is empty for somebody who follows nobody and wrote nothing', async () => {
    const [susan = 0, john = 0] = await village.people('susan', 'john');
    await village.post(john, john);

    for (const cursor of [firstPage, { before: 2 }, { after: 1 }]) {
      expect(await read(susan, cursor, 25)).toEqual({ items: [], older: null, newer: null });
    }
  });

  it('loses none of an author who alone fills pages', async () => {
    const [susan = 0, john = 0, mary = 0, david = 0] = await village.people('susan', 'john', 'mary', 'david');
    await village.follow(susan, john, mary);
    await village.post(mary, david, ...Array<number>(90).fill(john), david);

    expect(await readAll(susan, 25)).toHaveLength(91);
  });

  it('reaches far back for those who have long been silent', async () => {
    const [susan = 0, john = 0, mary = 0, david = 0] = await village.people('susan', 'john', 'mary', 'david');
    await village.follow(susan, john, mary);
    await village.post(john, mary, john, ...Array<number>(60).fill(david), { id: 90_000, authorId: david });
    claimToFollowMany(susan);

    expect(await readAll(susan, 2)).toEqual([3, 2, 1]);
  });

  it('goes on past a gap, whoever else fills the time before it', async () => {
    const [susan = 0, john = 0, mary = 0, david = 0] = await village.people('susan', 'john', 'mary', 'david');
    await village.follow(susan, john, mary);
    const at = (id: number, authorId: number) => ({ id, authorId });
    await village.post(
      at(1, mary),
      at(2, john),
      at(5_000, david),
      at(9_000, john),
      at(9_001, mary),
      at(14_000, john),
      at(14_001, susan),
    );
    claimToFollowMany(susan);

    for (const limit of [1, 2, 3, 5, 6, 7]) expect(await readAll(susan, limit)).toEqual([14_001, 14_000, 9_001, 9_000, 2, 1]);
  });

  it.each([3, 25])(
    'comes from a time when all wrote much into one when they wrote seldom, and back (%d a page)',
    async (limit) => {
      const [susan = 0, ...others] = await village.people('susan', ...Array.from({ length: 30 }, (_, i) => `user${i}`));
      await village.follow(susan, ...others);
      const seldom = others.map((authorId, i) => ({ id: 1 + 700 * i, authorId }));
      const often = others.flatMap((authorId, i) => [30_000 + i, 30_100 + i].map((id) => ({ id, authorId })));
      await village.post(...seldom, ...often.sort((a, b) => a.id - b.id));

      expect(await readAll(susan, limit)).toHaveLength(90);
    },
  );

  it('misses none of hundreds who wrote on both sides of the cursor', async () => {
    const [susan = 0, ...others] = await village.people('susan', ...Array.from({ length: 300 }, (_, i) => `user${i}`));
    await village.follow(susan, ...others);
    await village.post(...others, ...others);

    for (const cursor of [{ before: 301 }, { after: 200 }, { after: 290 }]) {
      expect(await read(susan, cursor, 100)).toEqual(village.pageOf(susan, cursor, 100));
    }
  });

  it('takes every cursor that an address can hold', async () => {
    const [susan = 0] = await village.people('susan');
    await village.post(susan, susan, { id: Number.MAX_SAFE_INTEGER - 1, authorId: susan });

    for (const id of [1, 2, 3, 2 ** 31, 2 ** 32, Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER]) {
      for (const cursor of [{ before: id }, { after: id }]) {
        for (const limit of [1, 100]) expect(await read(susan, cursor, limit)).toEqual(village.pageOf(susan, cursor, limit));
      }
    }
  });

  it('forgets whom one no longer follows, and what was deleted, at once', async () => {
    const [susan = 0, john = 0, mary = 0] = await village.people('susan', 'john', 'mary');
    await village.follow(susan, john, mary);
    await village.post(john, mary, john, mary);

    await world.dataSource.query('DELETE FROM follow WHERE followed_id = ?', [mary]);
    await world.dataSource.query('DELETE FROM post WHERE id = 3');

    expect(await read(susan, firstPage, 25)).toEqual({ items: [1], older: null, newer: null });
  });

  it.each([1, 2, 3, 4])('equals a look at every post, for all sorts of readers (world %d)', async (seed) => {
    const { below, pick, chance } = random(seed);
    const crowd = await village.people(...Array.from({ length: 60 }, (_, i) => `user${i}`));
    const [susan = 0, loud = 0] = crowd;
    const silent = new Set(crowd.slice(40));
    for (const reader of crowd.slice(0, 5)) {
      await village.follow(reader, ...crowd.filter((id) => id !== reader && chance(0.1 + 0.15 * below(6))));
    }
    await village.follow(crowd[5] ?? 0, loud);
    await village.follow(crowd[6] ?? 0, ...silent);
    const talkative = crowd.filter((id) => !silent.has(id));
    const posts: { id: number; authorId: number }[] = [];
    for (let id = 1; posts.length < 400; id += chance(0.97) ? 1 + below(3) : below(4_000)) {
      const authors = posts.length < 60 ? crowd : talkative;
      posts.push({ id, authorId: chance(0.3) ? loud : pick(authors) });
    }
    await village.post(...posts);
    for (const reader of crowd.slice(0, 10)) if (chance(0.5)) claimToFollowMany(reader);

    for (const reader of crowd.slice(0, 10)) await readAll(reader, pick([7, 25, 100]));
    await readAll(susan, 1 + below(3));
    for (let i = 0; i < 40; i++) {
      const [reader, id, limit] = [pick(crowd), 1 + below((posts.at(-1)?.id ?? 0) + 10), 1 + below(100)];
      const cursor = chance(0.5) ? { before: id } : { after: id };
      expect({ reader, cursor, limit, ...(await read(reader, cursor, limit)) }).toEqual({
        reader,
        cursor,
        limit,
        ...village.pageOf(reader, cursor, limit),
      });
    }
  });
}
