import { existsSync } from 'node:fs';
import type { Config } from '../../config/config';
import { within } from '../../common/within';
import { connect } from '../../database/connect';
import { Database } from '../../database/database';
import { dataSourceOptions } from '../../database/data-source-options';
import { Migrator } from '../../database/migrator';
import { Sql } from '../../database/sql';
import { Transaction } from '../../database/transaction';
import { UnfinishedRestore } from '../../database/unfinished';
import { entities } from '../../entities';
import { JobsRepository } from '../../jobs/jobs.repository';
import { compareClocks, readClock } from './clock';
import { about, type Finding, reasonOf } from './finding';

const [database, migrations, jobs] = [about('database'), about('migrations'), about('jobs')];

const PATIENCE_MS = 6_000;
/** Work that is due and not begun for so long has nobody who does it. */
const LATE_MS = 10 * 60_000;

/** The database, its tables, the work that is kept in it, and its clock. */
export async function checkDatabase({ database: config }: Config): Promise<Finding[]> {
  // To open a file that is not there makes it.
  if (config.kind === 'sqlite' && !existsSync(config.file)) {
    return [
      database.warning(`there is no ${config.file} yet`, 'Nothing, if the site has not been started yet: it makes the file.'),
    ];
  }
  const opened = connect(dataSourceOptions(config, entities), 0);
  try {
    const source = await within(PATIENCE_MS, opened);
    return await within(PATIENCE_MS, lookInto(source));
  } catch (error) {
    if (error instanceof UnfinishedRestore) return [database.failed(error.message, 'With the file that it was begun with.')];
    return [
      database.failed(reasonOf(error), 'See that the database runs, and that DATABASE_URL names it, its user and its password.'),
    ];
  } finally {
    // It may open later than anybody waits for it.
    opened.then((source) => source.destroy()).catch(() => undefined);
  }
}

async function lookInto(source: Awaited<ReturnType<typeof connect>>): Promise<Finding[]> {
  const transaction = new Transaction(source);
  const sql = new Sql(source, transaction);
  const { version, now } = await factsOf(sql);
  const findings = [
    database.ok(version),
    ...(now ? [compareClocks(now)] : [about('clock').skipped('SQLite is on this machine')]),
  ];
  const tables = await checkMigrations(new Migrator(source));
  if (tables.state !== 'ok') return [...findings, tables, jobs.skipped('the tables are not up to date')];
  return [...findings, tables, await checkJobs(new JobsRepository(new Database(source, transaction), sql))];
}

async function factsOf(sql: Sql) {
  if (sql.dialect === 'sqlite') {
    const [facts] = await sql.all<{ version: string }>('SELECT sqlite_version() AS version');
    return { version: `SQLite ${facts?.version}`, now: undefined };
  }
  const [facts] = await sql.all<{ version: string }>('SELECT VERSION() AS version');
  const version = facts?.version ?? '';
  const now = await readClock('the database', async () => {
    const [row] = await sql.all<{ now: Date }>('SELECT UTC_TIMESTAMP(6) AS now');
    return (row?.now ?? new Date(0)).getTime();
  });
  return { version: /maria/i.test(version) ? `MariaDB ${version}` : `MySQL ${version}`, now };
}

async function checkMigrations(migrator: Migrator): Promise<Finding> {
  const unknown = await migrator.unknown();
  if (unknown.length > 0) {
    return migrations.failed(
      `the database has ${unknown.join(', ')}, which this version does not know`,
      'Start the newer version that made them, or take them back with it: microblog db downgrade.',
    );
  }
  const status = await migrator.status();
  const waiting = status.filter(({ appliedAt }) => appliedAt === null);
  if (waiting.length === 0) return migrations.ok(`all ${status.length} applied`);
  return migrations.failed(
    `${waiting.length} of ${status.length} wait`,
    'Run "microblog db upgrade", or start the site, which does it.',
  );
}

async function checkJobs(repository: JobsRepository): Promise<Finding> {
  const dead = (await repository.counts()).filter(({ state }) => state === 'dead').reduce((sum, { count }) => sum + count, 0);
  const oldest = await repository.oldestDue(new Date());
  if (oldest !== null && Date.now() - oldest.getTime() > LATE_MS) {
    return jobs.failed(
      `work has been waiting since ${oldest.toISOString()}`,
      'Start the site or, with JOBS=worker, a worker: npm run worker.',
    );
  }
  if (dead === 0) return jobs.ok('none is late, none was given up');
  return jobs.warning(`${dead} given up`, 'Read why with "microblog jobs status", then try again with "microblog jobs retry".');
}
