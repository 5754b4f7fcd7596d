import type { Cursor } from '../../../src/common/page';
import { ExploreQueries } from '../../../src/timeline/explore.queries';
import { PullHomeTimeline } from '../../../src/timeline/pull-home-timeline.queries';
import { SuggestionsQueries } from '../../../src/timeline/suggestions.queries';
import { kind, type World, Worlds } from '../database/world';
import { readsOf } from './reads';
import { Village } from './village';

// Exact counts, never times: those belong in `npm run bench`.
const worlds = new Worlds();
let world: World;
let home: PullHomeTimeline;
let susan: number;
let mary: number;
let david: number;
let fan: number;

const POSTS = 6_000;

beforeAll(async () => {
  world = await worlds.create();
  home = new PullHomeTimeline(world.sql);
  const village = new Village(world);
  const crowd = await village.people(...Array.from({ length: 600 }, (_, i) => `user${i}`));
  [susan = 0, mary = 0, david = 0, fan = 0] = crowd;
  await village.follow(susan, ...crowd.slice(10, 50));
  await village.follow(mary, ...crowd.slice(10, 560));
  await village.follow(david, ...crowd.slice(50, 600));
  await village.follow(fan, crowd[10] ?? 0);
  // Whom david follows wrote long ago, everybody else takes turns.
  await village.post(...crowd, ...Array.from({ length: POSTS - 600 }, (_, i) => crowd[10 + (i % 40)] ?? 0));
});
afterAll(() => worlds.close());

const reading = (id: number, cursor: Cursor = {}) => {
  const followingCount = [mary, david].includes(id) ? 550 : 40;
  return readsOf(world, () => home.homeOf({ id, followingCount }, cursor, 25));
};

describe('a page of the home timeline', () => {
  const { first, further, ofOne, nothingNew } = {
    mysql: { first: 2, further: 2, ofOne: 3, nothingNew: 1 },
    sqlite: { first: 1, further: 2, ofOne: 2, nothingNew: 2 },
  }[kind];

  it.each([
    { whom: '40 people', reader: () => susan, below: further },
    { whom: 'one', reader: () => fan, below: ofOne },
  ])(`costs who follows $whom few statements: ${first}, and $below below the first page`, async ({ reader, below }) => {
    expect((await reading(reader())).statements).toHaveLength(first);
    expect((await reading(reader(), { before: POSTS / 2 })).statements).toHaveLength(below);
    expect((await reading(reader(), { after: POSTS / 2 })).statements).toHaveLength(below);
  });

  it(`costs ${nothingNew} to know that nothing is new`, async () => {
    expect((await reading(susan, { after: POSTS })).statements).toHaveLength(nothingNew);
  });

  it('costs no more when one follows hundreds, whether they write or are silent', async () => {
    for (const reader of [mary, david]) {
      expect((await reading(reader)).statements).toHaveLength(first);
      expect((await reading(reader, { before: POSTS / 2 })).statements.length).toBeLessThanOrEqual(ofOne);
    }
  });
});

describe('a page of explore', () => {
  it('costs one statement, and two below the first page', async () => {
    const explore = new ExploreQueries(world.sql);
    const reading = (cursor: Cursor) => readsOf(world, () => explore.page(susan, cursor, 25));

    expect((await reading({})).statements).toHaveLength(1);
    expect((await reading({ before: 3_000 })).statements).toHaveLength(2);
  });
});

if (kind === 'mysql') {
  describe('the rows that MySQL reads for a page', () => {
    // Each post of the page costs some twenty, for its author, what it answers and how the reader stands to it.
    const LIMIT = 800;

    it('are few on the first page', async () => {
      expect((await reading(susan)).rows).toBeLessThan(LIMIT);
      expect((await reading(fan)).rows).toBeLessThan(LIMIT);
    });

    it.each([{ before: 5_000 }, { before: 700 }, { after: 5_980 }, { after: 5_000 }, { after: 700 }])(
      'do not grow with the way from %o',
      async (cursor) => {
        for (const reader of [susan, mary, fan]) expect((await reading(reader, cursor)).rows).toBeLessThan(LIMIT);
      },
    );

    it('are few when one who writes very much lies far from everybody else', async () => {
      const apart = await worlds.create();
      const village = new Village(apart);
      const [reader = 0, loud = 0] = await village.people('reader', 'loud');
      await village.follow(reader, loud);
      await village.post(...Array.from({ length: 2_000 }, (_, i) => ({ id: 20_000 + i, authorId: loud })));
      const timeline = new PullHomeTimeline(apart.sql);

      const { rows } = await readsOf(apart, () => timeline.homeOf({ id: reader, followingCount: 1 }, {}, 25));

      expect(rows).toBeLessThan(LIMIT);
    });

    it('are no more for hundreds who write than for a few', async () => {
      expect((await reading(mary)).rows).toBeLessThan(LIMIT);
    });

    it('are few in explore and in suggestions', async () => {
      const explore = new ExploreQueries(world.sql);
      for (const cursor of [{}, { before: 3_000 }, { after: 3_000 }]) {
        expect((await readsOf(world, () => explore.page(susan, cursor, 25))).rows).toBeLessThan(500);
      }
      const suggestions = new SuggestionsQueries(world.sql);
      expect((await readsOf(world, () => suggestions.forViewer(susan, 5))).rows).toBeLessThan(4_000);
    });
  });
} else {
  describe('the plan of SQLite', () => {
    it('goes through no table from end to end', async () => {
      const asked = [];
      for (const reader of [susan, mary])
        for (const cursor of [{}, { before: 3_000 }, { after: 3_000 }]) asked.push(...(await reading(reader, cursor)).statements);

      for (const { text, params } of asked) {
        const plan = await world.sql.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${text}`, params);
        expect(plan.map(({ detail }) => detail).filter((step) => /^SCAN (post|user|follow|[puf])\b/.test(step))).toEqual([]);
      }
    });
  });
}
