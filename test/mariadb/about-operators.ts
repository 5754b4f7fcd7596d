import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { examine } from '../../src/commands/doctor/examination';
import type { Manifest } from '../../src/commands/backup/manifest';
import type { Check, Finding } from '../../src/commands/doctor/finding';
import { Clock } from '../../src/common/clock';
import { inspectConfig, readConfig } from '../../src/config/config';
import { createContext } from '../../src/create-context';
import { migrations } from '../../src/database/migrations';
import { Migrator } from '../../src/database/migrator';
import { factories } from '../factories/factories';
import { type Ended, runHere } from '../integration/commands/operator';
import { freePort } from '../support/free-port';
import type { ReplicatedDatabase } from '../support/replicated-database';
import { until } from '../support/until';
import { unzip } from '../support/zip';

class InAMinute extends Clock {
  override now = () => new Date(Date.now() + 60_000);
}

const READ_ONLY = /^error: .*read-only.*\n$/;
const PLACE = '127\\.0\\.0\\.1:\\d+';

/** Somebody at the command line of a site with a replica. */
export function aboutOperators(servers: () => ReplicatedDatabase): void {
  let folder: string;
  let program: INestApplicationContext;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'microblog-replicas-'));
    program = await createContext(readConfig(variables()));
    await program.get(Migrator).upgrade();
  });
  afterEach(() => factories(program).nobody());
  afterAll(async () => {
    await program.close();
    await rm(folder, { recursive: true });
  });

  const variables = (changes: Readonly<Record<string, string>> = {}) => ({
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    SECRET_KEY: 'kq3vT8zN1xWc5yR7bL0pJ2mH6gF4dS9a',
    DATA_DIR: folder,
    DATABASE_URL: servers().url,
    DATABASE_REPLICA_URLS: servers().replicaUrl,
    ...changes,
  });
  const posted = async (...texts: string[]): Promise<void> => {
    const { susan } = await factories(program).people('susan');
    await factories(program).posted(...texts.map((text) => [susan, text] as const));
  };
  const types = (args: readonly string[], changes = {}): Promise<Ended> =>
    runHere(args, () => createContext(readConfig(variables(changes))), '', variables(changes));
  /** What the doctor finds. */
  const about = async (check: Check, changes = {}, clock?: Clock): Promise<Partial<Finding>[]> => {
    const findings = await examine(inspectConfig(variables(changes)), clock);
    return findings.filter((finding) => finding.check === check).map(({ state, found }) => ({ state, found }));
  };
  const line = (state: string, text: string) => ({ state, found: expect.stringMatching(text) as string });
  /** As of somebody who takes the replica for the whole. */
  const onReplica = () => ({ DATABASE_URL: servers().replicaUrl, DATABASE_REPLICA_URLS: '' });

  describe('hears from the doctor', () => {
    it('that the replica has all, even where nobody may ask how it follows', async () => {
      await posted('one');
      await servers().arrived();

      expect(await about('replicas', {}, new InAMinute())).toEqual([
        line('ok', `^${PLACE} lacks no post that is older than 30 s$`),
      ]);
    });

    it('that it is behind', async () => {
      await servers().lagging(async () => {
        await posted('not there yet');

        expect(await about('replicas', {}, new InAMinute())).toEqual([line('warning', `^${PLACE} is 6\\d s behind$`)]);
      });
    });

    it('that it lacks a change of the tables', async () => {
      await program.get(Migrator).downgrade();
      await servers().arrived();
      await servers().lagging(async () => {
        await program.get(Migrator).upgrade();

        const found = `^${PLACE}: 1 migration of ${migrations.length} did not arrive yet$`;
        expect(await about('replicas')).toEqual([line('warning', found)]);
      });
    });

    it('that it follows, where he may ask, or has stopped, and by which error', async () => {
      const { primary, replica } = servers();
      await primary.tell(`GRANT REPLICA MONITOR ON *.* TO microblog@'127.0.0.1'`);
      await servers().arrived();
      expect(await about('replicas')).toEqual([line('ok', `^${PLACE}, \\d+ s behind$`)]);

      const stopped = `^${PLACE} has stopped following the primary`;
      await servers().lagging(async () => expect(await about('replicas')).toEqual([line('warning', stopped)]));
      await primary.tell('CREATE TABLE microblog.odd (id INT PRIMARY KEY)');
      await servers().arrived();
      await replica.tell('INSERT INTO microblog.odd VALUES (1)');
      await primary.tell('INSERT INTO microblog.odd VALUES (1)');
      await until(async () => (await about('replicas')).some(({ found }) => found?.includes('with the error 1062') ?? false));

      await replica.tell('DELETE FROM microblog.odd', 'START SLAVE');
      await primary.tell('DROP TABLE microblog.odd', `REVOKE REPLICA MONITOR ON *.* FROM microblog@'127.0.0.1'`);
      await servers().arrived();
    });

    it('of each that does not answer, or does not know us, and of no password', async () => {
      const replica = servers().replicaUrl;
      const gone = Object.assign(new URL(replica), { port: String(await freePort()) });
      const strange = replica.replace('geheim', 'falsch');

      const found = await about('replicas', { DATABASE_REPLICA_URLS: [gone, replica, strange].join() });

      expect(found).toEqual([
        line('warning', `^127\\.0\\.0\\.1:${gone.port}: .*ECONNREFUSED`),
        line('ok', `^${PLACE}`),
        line('warning', `^${PLACE}: Access denied for user 'microblog'`),
      ]);
      expect(JSON.stringify(found)).not.toMatch(/geheim|falsch/);
    });

    it('that DATABASE_URL names a replica', async () => {
      expect(await about('database', onReplica())).toEqual([line('warning', '^the server is read-only, as a replica is$')]);
    });

    it('that a binary log by STATEMENT refuses what the site writes, as it does, and nothing where there is no such log', async () => {
      for (const server of [servers().primary, servers().replica]) await server.tell(`SET GLOBAL binlog_format = 'STATEMENT'`);

      const found = await about('database');
      const withoutLog = await about('database', onReplica());
      const { err } = await types(['user', 'create', 'mary', 'mary@example.com', '--generate']);
      for (const server of [servers().primary, servers().replica]) await server.tell(`SET GLOBAL binlog_format = 'MIXED'`);

      expect(found).toEqual([line('failed', '^its binary log is by STATEMENT')]);
      expect(withoutLog).toEqual([line('warning', 'read-only')]);
      expect(err).toContain('impossible to write to binary log');
      expect(await about('database')).toEqual([line('ok', '^MariaDB .*, microblog at ')]);
    });
  });

  it('may back up a replica, and has what is on the primary, and cannot restore into it', async () => {
    await posted('one', 'two');
    await servers().arrived();
    const manifestOf = async (name: string, changes = {}): Promise<Manifest> => {
      const path = join(folder, name);
      expect(await types(['backup', path], changes)).toMatchObject({ code: 0, err: '' });
      expect(await types(['backup', 'verify', path])).toMatchObject({ code: 0, err: '' });
      return JSON.parse((await unzip(await readFile(path)))['manifest.json'] ?? '') as Manifest;
    };

    const { tables, migrations: applied } = await manifestOf('replica.zip', onReplica());

    expect(tables.find(({ name }) => name === 'post')?.rows).toBeGreaterThan(1);
    expect(await manifestOf('primary.zip')).toMatchObject({ tables, migrations: applied });
    const { code, err } = await types(['restore', join(folder, 'replica.zip'), '--force'], onReplica());
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(READ_ONLY) as string });
  });

  it.each([
    ['db', 'downgrade'],
    ['user', 'create', 'mary', 'mary@example.com', '--generate'],
  ])('is told that a replica takes no writes: %s %s', async (...command) => {
    const { code, err } = await types(command, onReplica());

    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(READ_ONLY) as string });
    await servers().arrived();
    expect(await about('migrations', onReplica())).toEqual([line('ok', `^all ${migrations.length} applied$`)]);
  });
}
