import { randomBytes } from 'node:crypto';
import { Logger } from '@nestjs/common';
import type { DataSourceOptions } from 'typeorm';
import { connect } from '../../../src/database/connect';
import { DatabaseBusy } from '../../../src/database/database.errors';
import { isConnectionFault } from '../../../src/database/faults';
import { LIMITS, type MysqlLimits } from '../../../src/database/mysql/limits';
import { User } from '../../../src/users/user.entity';
import { StallingProxy } from './stalling-proxy';
import { failure, gate, optionsFor, person, type World, Worlds } from './world';

const worlds = new Worlds();

const limited = (limits: Partial<MysqlLimits>, poolSize = 1): Partial<DataSourceOptions> => ({
  extra: { limits: { ...LIMITS, ...limits } },
  poolSize,
});

/** What a page answers with 503. */
const isUnavailable = (error: unknown): boolean => error instanceof DatabaseBusy || isConnectionFault(error);

const connectionId = async ({ sql }: World): Promise<number> => {
  const [row] = await sql.all<{ id: number }>('SELECT CONNECTION_ID() AS id');
  return row?.id ?? 0;
};

/** Resolves when the program has noticed that one of its connections broke. */
const broken = ({ dataSource }: World): Promise<void> =>
  new Promise((resolve) => {
    jest.spyOn(dataSource.logger, 'log').mockImplementationOnce(() => resolve());
  });

/** What our driver promises beyond TypeORM's. */
export function aboutMysql(): void {
  afterAll(() => worlds.close());

  it('speaks UTC, refuses what does not fit, and limits each statement, whatever the server says', async () => {
    const { sql } = await worlds.create();
    const [row] = await sql.all<{ zone: string; mode: string; wait: number }>(
      'SELECT @@session.time_zone AS zone, @@session.sql_mode AS mode, @@session.innodb_lock_wait_timeout AS wait',
    );
    expect(row).toMatchObject({ zone: '+00:00', wait: 5, mode: expect.stringContaining('STRICT_TRANS_TABLES') as string });
    const limits = await sql.all<{ Value: string }>(
      `SHOW SESSION VARIABLES WHERE Variable_name IN ('max_statement_time', 'max_execution_time')`,
    );
    // In seconds on MariaDB, in milliseconds on MySQL.
    expect([10, 10_000]).toContain(Number(limits[0]?.Value));
  });

  it('decides by what is there once it has its locks, not by what was there when it first looked', async () => {
    const { sql, transaction, dataSource, database } = await worlds.create();
    await dataSource.manager.insert(User, person('susan'));
    const rename = (to: string) => dataSource.manager.update(User, { username: 'susan' }, { username: to });

    let tries = 0;
    const seen = await transaction.run(async () => {
      tries++;
      // The default from MariaDB 11.6 on: a lock on what has changed since the snapshot would be an error.
      await sql.all('SET SESSION innodb_lock_wait_timeout = 5 /*M! , innodb_snapshot_isolation = ON */');
      await sql.all('SELECT username FROM user');
      await rename('renamed');
      const lock = { mode: 'pessimistic_write' } as const;
      const locked = await database.manager.findOneOrFail(User, { where: {}, lock });
      const [read] = await sql.all<{ username: string }>('SELECT username FROM user');
      return [locked.username, read?.username];
    });

    // At once: a second try would see everything anew.
    expect([tries, ...seen]).toEqual([1, 'renamed', 'renamed']);
  });

  it('refuses text that is too long for its column', async () => {
    const { dataSource } = await worlds.create();
    const error = await failure(dataSource.manager.insert(User, person('x'.repeat(65))));
    expect(error).toMatchObject({ code: 'ER_DATA_TOO_LONG' });
  });

  it('ends a statement that takes too long', async () => {
    const world = await worlds.create(limited({ statementSeconds: 0.2 }));
    const endless =
      'SELECT COUNT(*) FROM information_schema.COLUMNS a, information_schema.COLUMNS b, information_schema.COLUMNS c';
    for (const run of [() => world.sql.all(endless), () => world.dataSource.query(endless)]) {
      const error = await failure(run());
      expect(isConnectionFault(error)).toBe(true);
    }
    expect(await world.sql.all('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('does not wait for a connection without end, and loses none', async () => {
    const world = await worlds.create(limited({ acquireMs: 100 }));
    const [held, finish] = [gate(), gate()];
    const holder = world.transaction.run(() => {
      held.open();
      return finish.opened;
    });
    await held.opened;

    expect(await failure(world.sql.all('SELECT 1'))).toBeInstanceOf(DatabaseBusy);
    expect(await failure(world.database.manager.find(User))).toBeInstanceOf(DatabaseBusy);
    finish.open();
    await holder;
    expect(await world.sql.all('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('gets a connection back from each statement that fails', async () => {
    const { sql } = await worlds.create(limited({ acquireMs: 500 }, 2));
    for (let number = 0; number < 5; number++) {
      await failure(sql.all(`SELECT nothing${number}`));
      await failure(sql.all('SELECT ? AS value', [undefined as never]));
      await failure(sql.all('SELECT 1 FROM user WHERE (SELECT 1 UNION SELECT 2) = ?', [1]));
    }
    expect(await sql.all('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('makes a new connection when an idle one was killed', async () => {
    const url = await worlds.emptyDatabase();
    const world = await worlds.open(url, limited({}));
    const other = await worlds.open(url);
    const id = await connectionId(world);
    const noticed = broken(world);
    await other.dataSource.query(`KILL ${id}`);
    await noticed;

    expect(await connectionId(world)).not.toBe(id);
    expect(await world.dataSource.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('undoes a transaction whose connection was killed, and goes on', async () => {
    const url = await worlds.emptyDatabase();
    const world = await worlds.open(url, limited({}));
    const other = await worlds.open(url);
    await world.migrator.upgrade();
    const effect = jest.fn();
    const work = world.transaction.run(async () => {
      world.transaction.afterCommit(effect);
      await world.database.manager.insert(User, person('susan'));
      await other.dataSource.query(`KILL ${await connectionId(world)}`);
      await world.database.manager.insert(User, person('john'));
    });

    expect(isConnectionFault(await failure(work))).toBe(true);
    expect(effect).not.toHaveBeenCalled();
    expect(await world.sql.all('SELECT username FROM user')).toEqual([]);
  });

  it('gives up a server that has fallen silent, and comes back when it does', async () => {
    const url = new URL(await worlds.emptyDatabase());
    const proxy = new StallingProxy({ host: url.hostname, port: Number(url.port) });
    url.port = String(await proxy.listen());
    const world = await worlds.open(url.href, { ...limited({ silenceMs: 200, acquireMs: 1_000 }, 2), connectTimeout: 200 });
    proxy.stall();
    const { sql, dataSource, transaction } = world;
    const asked = [sql.all('SELECT 1'), dataSource.query('SELECT 1'), transaction.run(() => sql.all('SELECT 1'))];
    for (const error of await Promise.all(asked.map(failure))) expect(isUnavailable(error)).toBe(true);

    proxy.resume();
    expect(await sql.all('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await dataSource.destroy();
    await proxy.close();
  });

  it('waits at the start for a server that is not up yet, and says so', async () => {
    const url = new URL(await worlds.emptyDatabase());
    const proxy = new StallingProxy({ host: url.hostname, port: Number(url.port) });
    url.port = String(await proxy.listen());
    await proxy.close();
    const said = jest.spyOn(Logger.prototype, 'warn').mockImplementationOnce(() => void proxy.listen(Number(url.port)));

    const dataSource = await connect(optionsFor(url.href));

    expect(said).toHaveBeenCalledWith(expect.objectContaining({ event: 'database.waiting' }));
    await dataSource.destroy();
    await proxy.close();
  });

  it('tells at the start, without the password, what is wrong with the address', async () => {
    const url = new URL(await worlds.emptyDatabase());
    const at = (changes: Partial<URL>): DataSourceOptions => optionsFor(Object.assign(new URL(url), changes).href);

    for (const [changes, reason] of [
      [{ port: '1', password: 'geheim' }, 'ECONNREFUSED'],
      [{ username: 'nobody', password: 'geheim' }, 'Access denied'],
      [{ pathname: `/absent_${randomBytes(4).toString('hex')}` }, 'Unknown database'],
    ] as const) {
      const error = (await failure(connect(at(changes), 0))) as Error;
      expect(error.message).toContain(reason);
      expect(error.message).toContain('DATABASE_URL');
      expect(error.message).not.toContain('geheim');
    }
  });
}
