import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { TableColumn } from 'typeorm';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { projectRoot } from '../../../src/common/project-root';
import { migrations } from '../../../src/database/migrations';
import type { Migrator } from '../../../src/database/migrator';
import { entities } from '../../../src/entities';
import { failure, kind, person, type World, Worlds } from './world';

const names = migrations.map(({ name }) => name);
const moment = new Date('2026-11-22T18:30:00Z');

const worlds = new Worlds();
afterAll(() => worlds.close());

/** A row in every table that there is. */
async function fill({ dataSource }: World): Promise<void> {
  const token = { userId: 1, createdAt: moment, issuedAt: moment, rotatedAt: moment, expiresAt: moment };
  const rows: Record<string, object[]> = {
    User: [
      { id: 1, ...person('susan') },
      { id: 2, ...person('john') },
    ],
    UserSettings: [{ userId: 1 }],
    Post: [{ id: 1, authorId: 1, body: 'one', createdAt: moment }],
    Follow: [{ followerId: 1, followedId: 2, createdAt: moment }],
    Session: [{ id: 'session', ...token }],
    RememberedBrowser: [{ id: 'browser', secretHash: 'hash', ...token }],
    ApiToken: [token],
    IdempotencyKey: [{ ownerId: 1, digest: 'k', request: 'r', answer: '{}', createdAt: moment }],
    Submission: [{ authorId: 1, digest: 'digest', postId: 1, createdAt: moment }],
    Message: [{ ownerId: 1, personId: 2, isOutgoing: true, body: 'one', createdAt: moment }],
    PostLike: [{ userId: 1, postId: 1, createdAt: moment }],
    Bookmark: [{ userId: 1, postId: 1, createdAt: moment }],
    PostTag: [{ tag: 'tag', postId: 1 }],
    PostRevision: [{ postId: 1, body: 'zero', createdAt: moment }],
    Restriction: [{ personId: 1, otherId: 2, kind: 'mute', createdAt: moment }],
    Notification: [{ userId: 1, kind: 'follow', actorId: 2, createdAt: moment }],
    LiveValue: [{ userId: 1, name: 'unread_message_count', data: '0', createdAt: moment }],
    Report: [{ reporterId: 1, reportedId: 2, reason: 'rude', createdAt: moment }],
    Export: [{ userId: 1, state: 'done', progress: 100, size: 9, createdAt: moment, finishedAt: moment, expiresAt: moment }],
    SearchTerm: [{ edition: 1, term: 'one', isCommon: false }],
    SearchPosting: [{ termId: 1, postId: 1 }],
    SearchState: [{ id: 1, edition: 1, nextEdition: null, builtTo: 0 }],
    AuditEntry: [{ actor: 'susan', action: 'suspend', subject: 'john', reason: 'rude', createdAt: moment }],
    EmailChange: [{ userId: 1, email: 'new@example.com', requestedAt: moment }],
    SecondStep: [{ userId: 1, secret: 'sealed' }],
    RecoveryCode: [{ userId: 1, codeHash: 'hash' }],
    TrustedDevice: [{ id: 'device', ...token }],
    Passkey: [{ userId: 1, credentialId: 'credential', publicKey: 'key', name: 'Phone', createdAt: moment }],
    PasskeyChallenge: [{ id: 'challenge', expiresAt: moment }],
    TimelineList: [{ ownerId: 1, revision: 3, completedAt: moment, sinceId: 0 }],
    TimelineEntry: [{ ownerId: 1, postId: 1 }],
    Job: [{ kind: 'auth.resetMail', data: '{"userId":1}', createdAt: moment, runAt: moment }],
  };
  expect(Object.keys(rows).sort()).toEqual(entities.map(({ name }) => name).sort());
  for (const [entity, values] of Object.entries(rows)) await dataSource.getRepository(entity).insert(values);
}

/** How many rows each table has. */
async function countRows({ dataSource }: World): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { tableName } of dataSource.entityMetadatas) {
    const runner = dataSource.createQueryRunner();
    if (await runner.hasTable(tableName)) {
      const [row] = (await runner.query(`SELECT COUNT(*) AS n FROM ${dataSource.driver.escape(tableName)}`)) as { n: number }[];
      counts[tableName] = Number(row?.n);
    }
    await runner.release();
  }
  return counts;
}

const pending = async (migrator: Migrator): Promise<string[]> =>
  (await migrator.status()).filter(({ appliedAt }) => appliedAt === null).map(({ name }) => name);

class AddNicknameToUsers1900000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('user', new TableColumn({ name: 'nickname', type: 'varchar', length: '20', isNullable: true }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('user', 'nickname');
  }
}

class FailHalfway1900000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE half (id integer)');
    throw new Error('halfway');
  }

  down(): Promise<void> {
    return Promise.resolve();
  }
}

/** On SQLite nothing stops it: foreign keys are off while tables change. */
class ForgetPeople1900000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM user');
  }

  down(): Promise<void> {
    return Promise.resolve();
  }
}

describe('migrations', () => {
  it('are listed, every file of them', async () => {
    const files = await readdir(join(projectRoot(), 'src/database/migrations'));
    expect(files.filter((file) => /^\d/.test(file))).toHaveLength(migrations.length);
  });

  it('make the tables that the entities describe, and tell when', async () => {
    const world = await worlds.open(await worlds.emptyDatabase());
    expect(await pending(world.migrator)).toEqual(names);

    expect(await world.migrator.upgrade()).toEqual(names);

    expect(await world.migrator.drift()).toEqual([]);
    const now = Date.now();
    for (const { appliedAt } of await world.migrator.status()) expect(Math.abs(Number(appliedAt) - now)).toBeLessThan(60_000);
    expect(await world.migrator.upgrade()).toEqual([]);
  });

  it('go back one by one from filled tables, touch no other row, and come again', async () => {
    const world = await worlds.create();
    await fill(world);

    for (const name of names.toReversed()) {
      const before = await countRows(world);
      expect(Object.values(before).every((count) => count > 0)).toBe(true);
      expect(await world.migrator.downgrade()).toEqual([name]);
      const after = await countRows(world);
      expect(before).toMatchObject(after);
      expect(Object.keys(before).length - Object.keys(after).length).toBe(name.startsWith('Create') ? 1 : 0);
    }

    expect(await world.migrator.downgrade()).toEqual([]);
    expect(await world.migrator.upgrade()).toEqual(names);
    await fill(world);
    expect(await world.migrator.drift()).toEqual([]);
  });

  it('keep the people when the later tables go and come again', async () => {
    const world = await worlds.create();
    await fill(world);
    await world.migrator.downgrade(names.length - 1);

    await world.migrator.upgrade();

    expect(await countRows(world)).toMatchObject({ user: 2, post: 0, follow: 0 });
  });

  it('give the reports that wait what the posts said', async () => {
    const world = await worlds.create();
    await fill(world);
    await world.migrator.downgrade(names.length - names.indexOf('AddPostBodyToReports1795900000000'));
    for (const closedAt of [null, '2026-11-22 18:30:00']) {
      await world.dataSource.query(
        'INSERT INTO report (reporter_id, reported_id, post_id, reason, created_at, closed_at) VALUES (1, 2, 1, ?, ?, ?)',
        ['of a post', '2026-11-22 18:30:00', closedAt],
      );
    }

    await world.migrator.upgrade();

    const bodies = await world.sql.all('SELECT post_body AS body FROM report ORDER BY id');
    expect(bodies).toEqual([{ body: null }, { body: 'one' }, { body: null }]);
  });

  // SQLite drops and makes the table anew, which must not take along the rows that point to it.
  it('may change a table to which others point', async () => {
    const url = await worlds.emptyDatabase();
    const world = await worlds.open(url, { migrations: [...migrations, AddNicknameToUsers1900000000000] });
    await world.migrator.upgrade();
    await fill(world);
    const before = await countRows(world);

    await world.migrator.downgrade();
    expect(await countRows(world)).toEqual(before);
    await world.migrator.upgrade();
    expect(await countRows(world)).toEqual(before);
  });

  it('leave the database usable when one fails', async () => {
    const url = await worlds.emptyDatabase();
    const world = await worlds.open(url, { migrations: [...migrations, FailHalfway1900000000001] });

    expect(await failure(world.migrator.upgrade())).toMatchObject({ message: 'halfway' });

    const other = await worlds.open(url);
    await other.migrator.upgrade();
    await fill(other);
    // SQLite: foreign keys are on again. MySQL: they always are.
    const orphan = { authorId: 99, body: 'nobody', createdAt: moment };
    expect(await failure(world.dataSource.getRepository('Post').insert(orphan))).toBeInstanceOf(Error);
    if (kind === 'sqlite') expect(await world.sql.all("SELECT name FROM sqlite_master WHERE name = 'half'")).toEqual([]);
  });

  if (kind === 'sqlite') {
    it('may not leave rows behind that point at nothing', async () => {
      const url = await worlds.emptyDatabase();
      const before = await worlds.open(url);
      await before.migrator.upgrade();
      await fill(before);
      const { migrator } = await worlds.open(url, { migrations: [...migrations, ForgetPeople1900000000002] });

      expect(await failure(migrator.upgrade())).toMatchObject({ message: expect.stringContaining('point at nothing') as string });
      expect(await countRows(before)).toMatchObject({ user: 2 });
    });
  }

  it('run once when two programs start at once', async () => {
    const url = await worlds.emptyDatabase();
    const [one, two] = [await worlds.open(url), await worlds.open(url)];

    const ran = await Promise.all([one.migrator.upgrade(), two.migrator.upgrade()]);

    expect(ran.flat()).toEqual(names);
    expect(await two.migrator.drift()).toEqual([]);
  });

  it('may have been run by the command line of TypeORM', async () => {
    const world = await worlds.open(await worlds.emptyDatabase());
    await world.dataSource.runMigrations();

    expect(await pending(world.migrator)).toEqual([]);
    expect(await world.migrator.upgrade()).toEqual([]);
    expect(await world.migrator.drift()).toEqual([]);
  });

  it('are found wanting when a table differs from its entity', async () => {
    const world = await worlds.create();
    await world.dataSource.query('ALTER TABLE post DROP COLUMN language');

    expect(await world.migrator.drift()).not.toEqual([]);
  });

  if (kind === 'mysql') {
    it('give every table a collation that tells any two characters apart', async () => {
      const { sql } = await worlds.create();
      const columns = await sql.all<{ collation: string }>(
        `SELECT COLLATION_NAME AS collation FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND COLLATION_NAME IS NOT NULL`,
      );
      const tables = await sql.all<{ collation: string }>(
        `SELECT TABLE_COLLATION AS collation FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()`,
      );
      expect(tables).toHaveLength(entities.length + 1);
      expect(new Set([...columns, ...tables].map(({ collation }) => collation))).toEqual(new Set(['utf8mb4_bin']));
    });
  }
});
