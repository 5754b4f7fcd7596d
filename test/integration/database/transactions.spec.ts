import { Logger } from '@nestjs/common';
import { QueryFailedError, type QueryRunner } from 'typeorm';
import { isCollision } from '../../../src/database/faults';
import { User } from '../../../src/users/user.entity';
import { failure, gate, kind, person, type World, Worlds } from './world';

const worlds = new Worlds();
let world: World;

beforeAll(async () => (world = await worlds.create()));
beforeEach(() => world.dataSource.getRepository(User).deleteAll());
afterAll(() => worlds.close());

const add = (username: string): Promise<unknown> => world.database.manager.insert(User, person(username));

const stored = async (): Promise<string[]> =>
  (await world.dataSource.getRepository(User).find({ order: { id: 'ASC' } })).map(({ username }) => username);

const collision = (code = 'ER_LOCK_DEADLOCK'): Error =>
  new QueryFailedError('COMMIT', [], Object.assign(new Error(code), { code }));

describe('a transaction', () => {
  it('keeps what its work did', async () => {
    const answer = await world.transaction.run(async () => {
      await add('susan');
      await add('john');
      return 'done';
    });

    expect(answer).toBe('done');
    expect(await stored()).toEqual(['susan', 'john']);
  });

  it('leaves nothing behind when its work fails', async () => {
    const work = world.transaction.run(async () => {
      await add('susan');
      throw new Error('no');
    });

    expect(await failure(work)).toMatchObject({ message: 'no' });
    expect(await stored()).toEqual([]);
  });

  it('is joined by one inside of it: both end together', async () => {
    const work = world.transaction.run(async () => {
      await world.transaction.run(() => add('susan'));
      expect(await world.sql.all('SELECT username FROM user')).toEqual([{ username: 'susan' }]);
      throw new Error('no');
    });

    await failure(work);
    expect(await stored()).toEqual([]);
  });

  it('is seen only from its inside until it ends', async () => {
    const [written, looked] = [gate(), gate()];
    const other = await worlds.open(urlOf(world));
    const work = world.transaction.run(async () => {
      await add('susan');
      written.open();
      await looked.opened;
    });
    await written.opened;

    expect(await other.sql.all('SELECT username FROM user')).toEqual([]);
    looked.open();
    await work;
    expect(await other.sql.all('SELECT username FROM user')).toEqual([{ username: 'susan' }]);
  });

  it('does not hold work that nobody waited for', async () => {
    const [ended, late] = [gate(), gate()];
    await world.transaction.run(async () => {
      await add('susan');
      void ended.opened.then(() => add('john')).then(late.open);
    });
    ended.open();
    await late.opened;

    expect(await stored()).toEqual(['susan', 'john']);
  });

  it('loses nothing and mixes nothing among fifty at once, of which some fail', async () => {
    const numbers = Array.from({ length: 50 }, (_, number) => number);
    const fails = (number: number): boolean => number % 7 === 3;

    const outcomes = await Promise.allSettled(
      numbers.map((number) =>
        world.transaction.run(async () => {
          await add(`a${number}`);
          await new Promise(setImmediate);
          const [seen] = await world.sql.all<{ n: number }>('SELECT COUNT(*) AS n FROM user WHERE username = ?', [`a${number}`]);
          expect(seen?.n).toBe(1);
          if (fails(number)) throw new Error('no');
          await new Promise(setImmediate);
          await add(`b${number}`);
        }),
      ),
    );

    const kept = numbers.filter((number) => !fails(number));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(kept.length);
    expect((await stored()).sort()).toEqual(kept.flatMap((number) => [`a${number}`, `b${number}`]).sort());
  });

  it('has inner ones that can be undone alone, by way of the manager', async () => {
    await world.transaction.run(async () => {
      await add('susan');
      const inner = world.database.manager.transaction(async (manager) => {
        await manager.insert(User, person('john'));
        throw new Error('no');
      });
      await failure(inner);
      await add('mary');
    });

    expect(await stored()).toEqual(['susan', 'mary']);
  });
});

describe('an effect', () => {
  it('follows the commit, in the order of asking, whatever the one before did', async () => {
    const told: string[] = [];
    const logged = jest.spyOn(Logger.prototype, 'error');
    await world.transaction.run(async () => {
      world.transaction.afterCommit(async () => {
        told.push(`first: ${(await stored()).join()}`);
      });
      world.transaction.afterCommit(() => Promise.reject(new Error('an effect that fails')));
      await world.transaction.run(async () => {
        world.transaction.afterCommit(() => void told.push('second'));
        await add('susan');
      });
      told.push('end of work');
    });

    expect(told).toEqual(['end of work', 'first: susan', 'second']);
    expect(logged).toHaveBeenCalledTimes(1);
    expect(await stored()).toEqual(['susan']);
  });

  it('never comes when the transaction is rolled back', async () => {
    const effect = jest.fn();
    const work = world.transaction.run(() => {
      world.transaction.afterCommit(effect);
      return Promise.reject(new Error('no'));
    });

    await failure(work);
    expect(effect).not.toHaveBeenCalled();
  });

  it('comes at once outside of a transaction', () => {
    const effect = jest.fn();
    world.transaction.afterCommit(effect);
    expect(effect).toHaveBeenCalledTimes(1);
  });

  it('may begin a transaction of its own', async () => {
    await world.transaction.run(async () => {
      await add('susan');
      world.transaction.afterCommit(() => world.transaction.run(() => add('john')).then(() => undefined));
    });

    expect(await stored()).toEqual(['susan', 'john']);
  });
});

describe('a collision', () => {
  const codes = ['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT'];

  it.each(codes)('%s makes the whole work begin again, and tells effects once', async (code) => {
    let tries = 0;
    const effect = jest.fn();
    await world.transaction.run(async () => {
      world.transaction.afterCommit(effect);
      await add('susan');
      if (++tries < 3) throw collision(code);
    });

    expect(tries).toBe(3);
    expect(effect).toHaveBeenCalledTimes(1);
    expect(await stored()).toEqual(['susan']);
  });

  it('at COMMIT does so too', async () => {
    const createQueryRunner = jest.spyOn(world.dataSource, 'createQueryRunner');
    createQueryRunner.mockImplementationOnce(() => {
      const runner: QueryRunner = world.dataSource.createQueryRunner();
      runner.commitTransaction = () => Promise.reject(collision());
      return runner;
    });

    await world.transaction.run(() => add('susan'));

    createQueryRunner.mockRestore();
    expect(await stored()).toEqual(['susan']);
  });

  it('that comes again and again is told after five tries', async () => {
    let tries = 0;
    const work = world.transaction.run(() => {
      tries++;
      return Promise.reject(collision());
    });

    expect(isCollision(await failure(work))).toBe(true);
    expect(tries).toBe(5);
  });

  if (kind === 'mysql') {
    it('between two that wait for each other ends with the work of both', async () => {
      await add('susan');
      await add('john');
      const both = [gate(), gate()] as const;
      let tries = 0;
      const count = (mine: 0 | 1, names: [string, string]): Promise<void> =>
        world.transaction.run(async () => {
          tries++;
          await world.database.manager.increment(User, { usernameKey: names[0] }, 'postsCount', 1);
          both[mine].open();
          await both[1 - mine]?.opened;
          await world.database.manager.increment(User, { usernameKey: names[1] }, 'postsCount', 1);
        });

      await Promise.all([count(0, ['susan', 'john']), count(1, ['john', 'susan'])]);

      expect(tries).toBe(3);
      expect(await world.sql.all('SELECT posts_count AS n FROM user')).toEqual([{ n: 2 }, { n: 2 }]);
    });
  }
});

/** The address of the world's database, for another view of it. */
function urlOf({ dataSource: { options } }: World): string {
  if (options.type === 'better-sqlite3') return `sqlite:${options.database}`;
  if (options.type !== 'mysql') throw new Error(`Unexpected ${options.type}`);
  const { username, password, host, port, database } = options;
  return `mysql://${username}:${password}@${host}:${port}/${database}`;
}
