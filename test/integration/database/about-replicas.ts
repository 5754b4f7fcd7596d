import { Logger } from '@nestjs/common';
import { AppConfig } from '../../../src/config/app.config';
import { DatabaseConfig } from '../../../src/config/database.config';
import { Environment } from '../../../src/config/environment';
import { Replicas } from '../../../src/database/mysql/replicas';
import { Sql } from '../../../src/database/sql';
import { StallingProxy } from './stalling-proxy';
import { type World, Worlds } from './world';

const worlds = new Worlds();
const opened: Replicas[] = [];

/** What a program reads with, that has these copies of its database. */
function readerOf(primary: World, ...urls: string[]): { sql: Sql; replicas: Replicas } {
  const environment = new Environment({ DATABASE_URL: urls[0], DATABASE_REPLICA_URLS: urls.join() });
  const replicas = new Replicas(new DatabaseConfig(environment, new AppConfig(environment)));
  opened.push(replicas);
  return { sql: new Sql(primary.dataSource, primary.transaction, replicas), replicas };
}

const nameOf = async (sql: Sql): Promise<string> => {
  const [row] = await sql.all<{ name: string }>('SELECT DATABASE() AS name');
  return row?.name ?? '';
};

const named = (url: string): string => new URL(url).pathname.slice(1);

/** Databases of their own stand for the copies: so one sees who answered. */
export function aboutReplicas(): void {
  let primary: World;
  let home: string;
  let copies: string[];

  beforeAll(async () => {
    primary = await worlds.create();
    home = await nameOf(primary.sql);
    copies = [await worlds.emptyDatabase(), await worlds.emptyDatabase()];
  });
  afterEach(async () => {
    for (const replicas of opened.splice(0)) await replicas.onApplicationShutdown();
  });
  afterAll(() => worlds.close());

  it('answer in turn what may be late, and nothing else', async () => {
    const { sql, replicas } = readerOf(primary, ...copies);

    expect(await nameOf(sql)).toBe(home);
    const answered = await replicas.mayLag(async () => [await nameOf(sql), await nameOf(sql), await nameOf(sql)]);

    expect(answered).toEqual([copies[0], copies[1], copies[0]].map((url) => named(url ?? '')));
    expect(await nameOf(sql)).toBe(home);
  });

  it('are not asked in a transaction, which reads what it wrote', async () => {
    const { sql, replicas } = readerOf(primary, ...copies);

    const answered = await replicas.mayLag(() => primary.transaction.run(() => nameOf(sql)));

    expect(answered).toBe(home);
  });

  it('may be away, which nobody notices who reads, and are asked again later', async () => {
    const warned = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
    const target = new URL(copies[0] ?? '');
    const proxy = new StallingProxy({ host: target.hostname, port: Number(target.port) });
    target.port = String(await proxy.listen());
    const { sql, replicas } = readerOf(primary, target.href);
    const read = () => replicas.mayLag(() => nameOf(sql));
    expect(await read()).toBe(named(target.href));

    await proxy.close();
    expect([await read(), await read()]).toEqual([home, home]);
    const away = warned.mock.calls.filter(([said]) => (said as { event?: string }).event === 'database.replicaAway');
    expect(away).toHaveLength(1);
    expect(JSON.stringify(warned.mock.calls)).not.toContain(target.password || 'no password');

    await proxy.listen(Number(target.port));
    jest.spyOn(Date, 'now').mockReturnValueOnce(Date.now() + 60_000);
    expect(await read()).toBe(named(target.href));
    warned.mockRestore();
    await proxy.close();
  });

  it('that do not know the answer are no reason not to give it', async () => {
    const warned = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
    const { sql, replicas } = readerOf(primary, ...copies);

    // The copies have no tables.
    expect(await replicas.mayLag(() => sql.all('SELECT id FROM `user`'))).toEqual([]);

    warned.mockRestore();
  });
}
