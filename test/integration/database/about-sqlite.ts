import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { SerialSqliteDriver } from '../../../src/database/sqlite/serial-sqlite-driver';
import { User } from '../../../src/users/user.entity';
import { failure, gate, person, type World, Worlds } from './world';

const worlds = new Worlds();

const names = async ({ sql }: World): Promise<string[]> =>
  (await sql.all<{ username: string }>('SELECT username FROM user ORDER BY id')).map(({ username }) => username);

/** Two programs at one file. */
async function twoPrograms(): Promise<[World, World]> {
  const url = await worlds.emptyDatabase();
  const one = await worlds.open(url);
  await one.migrator.upgrade();
  return [one, await worlds.open(url)];
}

/** What our driver promises beyond TypeORM's. */
export function aboutSqlite(): void {
  afterAll(() => worlds.close());

  it('gives each caller a query runner of its own', async () => {
    const { dataSource } = await worlds.create();
    expect(dataSource.createQueryRunner()).not.toBe(dataSource.createQueryRunner());
  });

  it('keeps what others write out of a transaction that is rolled back', async () => {
    const world = await worlds.create();
    const runner = world.dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.manager.insert(User, person('susan'));
    const other = world.dataSource.manager.insert(User, person('john'));
    await new Promise(setImmediate);
    await runner.rollbackTransaction();
    await other;

    expect(await names(world)).toEqual(['john']);
  });

  it('undoes and ends a transaction that its owner forgot', async () => {
    const world = await worlds.create();
    const runner = world.dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.startTransaction();
    await runner.manager.insert(User, person('susan'));
    await runner.release();

    expect(await names(world)).toEqual([]);
    expect(await failure(runner.query('SELECT 1'))).toMatchObject({ name: 'QueryRunnerAlreadyReleasedError' });
  });

  it('goes on when SQLite has ended a transaction by itself', async () => {
    const world = await worlds.create();
    const runner = world.dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query(`INSERT OR ROLLBACK INTO user (id) VALUES (1)`).catch(() => undefined);
    await runner.rollbackTransaction();

    await world.dataSource.manager.insert(User, person('susan'));
    expect(await names(world)).toEqual(['susan']);
    await runner.release();
  });

  it('lets another program finish its transaction, and answers readers meanwhile', async () => {
    const [one, two] = await twoPrograms();
    const [writing, finish] = [gate(), gate()];
    const first = one.transaction.run(async () => {
      await one.database.manager.insert(User, person('susan'));
      writing.open();
      await finish.opened;
    });
    await writing.opened;
    // Both wait for the other program's lock. Would they stop the process, the first could never finish.
    const second = two.transaction.run(() => two.database.manager.insert(User, person('john')));
    const third = two.database.manager.insert(User, person('mary'));

    expect(await names(two)).toEqual([]);
    finish.open();
    await Promise.all([first, second, third]);
    expect((await names(two)).sort()).toEqual(['john', 'mary', 'susan']);
  });

  it('keeps compiled statements for all callers, and not without bound', async () => {
    const { dataSource, sql } = await worlds.create();
    const { serial } = dataSource.driver as SerialSqliteDriver;
    await dataSource.query('SELECT 42');
    const compiled = serial.statements.get('SELECT 42');
    await sql.all('SELECT 42');
    expect(serial.statements.get('SELECT 42')).toBe(compiled);

    for (let number = 0; number < 500; number++) await sql.all(`SELECT ${number}`);
    expect(serial.statements.size).toBeLessThanOrEqual(200);
  });

  it('shows its files to nobody else', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'microblog-mode-'));
    const file = join(folder, 'deep/er/microblog.sqlite');
    const world = await worlds.open(`sqlite:${file}`);
    await world.migrator.upgrade();

    for (const path of [file, `${file}-wal`, `${file}-shm`]) expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(dirname(file))).mode & 0o777).toBe(0o700);
    await world.dataSource.destroy();
    await rm(folder, { recursive: true });
  });

  it('is set up to be fast and to keep its promises', async () => {
    const { dataSource } = await worlds.create();
    const pragma = (name: string): Promise<unknown> => dataSource.query(`PRAGMA ${name}`);
    expect(await pragma('journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    expect(await pragma('foreign_keys')).toEqual([{ foreign_keys: 1 }]);
    expect(await pragma('synchronous')).toEqual([{ synchronous: 1 }]);
  });

  it('works in memory', async () => {
    const world = await worlds.open('sqlite::memory:');
    await world.migrator.upgrade();
    await world.transaction.run(() => world.database.manager.insert(User, person('susan')));
    expect(await names(world)).toEqual(['susan']);
    expect(await world.migrator.drift()).toEqual([]);
  });
}
