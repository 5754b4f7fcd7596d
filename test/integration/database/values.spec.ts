import { inspect } from 'node:util';
import { isConnectionFault, isDuplicate } from '../../../src/database/faults';
import { toDate } from '../../../src/database/sql';
import { Follow } from '../../../src/follow/follow.entity';
import { Post } from '../../../src/posts/post.entity';
import { User } from '../../../src/users/user.entity';
import { failure, person, type World, Worlds } from './world';

const worlds = new Worlds();
let world: World;

beforeAll(async () => (world = await worlds.create()));
beforeEach(() => world.dataSource.getRepository(User).deleteAll());
afterAll(() => worlds.close());

const add = async (username: string, more: Partial<User> = {}): Promise<number> => {
  const { identifiers } = await world.database.manager.insert(User, { ...person(username), ...more });
  return identifiers[0]?.['id'] as number;
};

describe('a moment', () => {
  const moment = new Date('2026-11-22T18:30:00.987Z');

  it('comes back to the millisecond, as an entity and as a raw row', async () => {
    const id = await add('susan', { lastSeenAt: moment });

    expect(await world.database.manager.findOneByOrFail(User, { id })).toMatchObject({ lastSeenAt: moment });
    const [row] = await world.sql.all<{ last_seen_at: Date | string }>('SELECT last_seen_at FROM user WHERE id = ?', [id]);
    expect(toDate(row?.last_seen_at ?? '')).toEqual(moment);
  });

  it('is stored in UTC, wherever the program runs', async () => {
    await add('susan', { lastSeenAt: moment });
    const [row] = await world.sql.all<{ text: string }>('SELECT CAST(last_seen_at AS CHAR) AS text FROM user');
    expect(row?.text).toMatch(/^2026-11-22 18:30:00\.987/);
  });

  it('keeps its order in comparisons, from each way to ask', async () => {
    await add('susan', { lastSeenAt: moment });
    const [before, after] = [new Date(moment.getTime() - 1), new Date(moment.getTime() + 1)];
    const text = 'SELECT COUNT(*) AS n FROM user WHERE last_seen_at > ? AND last_seen_at < ?';

    for (const ask of [world.sql, { all: (...query: [string, unknown[]]) => world.database.manager.query(...query) }]) {
      expect(await ask.all(text, [before, after])).toEqual([{ n: 1 }]);
      expect(await ask.all(text, [moment, after])).toEqual([{ n: 0 }]);
    }
  });
});

describe('an id', () => {
  it('is a number everywhere, beyond 32 bits too', async () => {
    const large = 2 ** 40 + 1;
    await add('susan', { id: large });
    await world.database.manager.insert(Post, { authorId: large, body: 'one', createdAt: new Date() });

    const post = await world.database.manager.findOneByOrFail(Post, { authorId: large });
    expect(post).toMatchObject({ id: expect.any(Number) as number, authorId: large });
    expect(await world.sql.all('SELECT author_id AS author FROM post WHERE author_id = ?', [large])).toEqual([{ author: large }]);
    expect(await add('john')).toBe(large + 1);
  });

  it('bounds a page, as does a limit, also as parameters', async () => {
    const ids = [await add('susan'), await add('john'), await add('mary')];
    const page = 'SELECT id FROM user WHERE id < ? ORDER BY id DESC LIMIT ?';
    expect(await world.sql.all(page, [ids[2] ?? 0, 1])).toEqual([{ id: ids[1] }]);
  });
});

describe('text', () => {
  it('is compared character by character', async () => {
    await add('🍣');
    await add('🍺');
    await add('á');
    await add('a');

    for (const name of ['🍣', '🍺', 'á', 'a']) {
      expect(await world.sql.all('SELECT username FROM user WHERE username_key = ?', [name])).toEqual([{ username: name }]);
    }
  });

  it('comes back as it was', async () => {
    const body = `naïve 🍣 'quoted' "twice" \\ back {{t}} %s ? :name`;
    const authorId = await add('susan');
    await world.database.manager.insert(Post, { authorId, body, createdAt: new Date() });
    expect(await world.sql.all('SELECT body FROM post WHERE body = ?', [body])).toEqual([{ body }]);
  });
});

describe('a duplicate', () => {
  it('of eight equal registrations at once is seven, and each is told which column it is about', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, number) => failure(world.transaction.run(() => add('susan', { emailKey: `${number}` })))),
    );

    expect(outcomes.filter((error) => error === undefined)).toHaveLength(1);
    const duplicates = outcomes.filter((error) => isDuplicate(error));
    expect(duplicates).toHaveLength(7);
    expect(duplicates.map((error) => world.database.duplicateColumn(error))).toEqual(Array(7).fill('username_key'));
    expect(await world.dataSource.getRepository(User).count()).toBe(1);
  });

  it('of an e-mail is told apart from one of a name', async () => {
    await add('susan');
    const error = await failure(add('john', { emailKey: 'susan@example.com' }));
    expect(world.database.duplicateColumn(error)).toBe('email_key');
    expect(isConnectionFault(error)).toBe(false);
  });

  it('of a primary key is one without a column', async () => {
    const [followerId, followedId] = [await add('susan'), await add('john')];
    const follow = (): Promise<unknown> =>
      world.database.manager.insert(Follow, { followerId, followedId, createdAt: new Date() });
    await follow();

    const error = await failure(follow());
    expect(isDuplicate(error)).toBe(true);
    expect(world.database.duplicateColumn(error)).toBeUndefined();
  });

  it('is no other error', async () => {
    const post = world.database.manager.insert(Post, { authorId: 99, body: 'one', createdAt: new Date() });
    const error = await failure(post);
    expect(error).toBeInstanceOf(Error);
    expect(isDuplicate(error)).toBe(false);
    expect(world.database.duplicateColumn(new Error('other'))).toBeUndefined();
  });
});

describe('an error', () => {
  it('tells the statement that failed, and never its values', async () => {
    const text = 'SELECT nothing FROM user WHERE email = ?';
    for (const source of [
      (params: string[]) => world.sql.all(text, params),
      (params: string[]) => world.dataSource.query(text, params),
    ]) {
      const error = await failure(source(['susan@example.com']));
      expect(error).toMatchObject({ name: 'QueryFailedError', query: text });
      expect(inspect(error, { depth: 5 })).not.toContain('susan@');
    }
  });
});

describe('raw rows', () => {
  it('take true and false, and nothing', async () => {
    expect(await world.sql.all('SELECT ? AS yes, ? AS none', [true, null])).toEqual([{ yes: 1, none: null }]);
  });
});
