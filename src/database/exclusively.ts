import type { DataSource, QueryRunner } from 'typeorm';
import type { PoolConnection } from 'mysql2';
import { DatabaseBusy } from './database.errors';
import { liftLimits } from './mysql/guarded-mysql-driver';

const LOCK_WAIT_SECONDS = 60;

/**
 * Changes tables while nobody else does: of two who want to, the second waits. All or nothing on SQLite, where foreign keys are not
 * looked at before the end; on MySQL each change of a table stands by itself.
 */
export async function exclusively<T>(dataSource: DataSource, work: (runner: QueryRunner) => Promise<T>): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    return await (dataSource.options.type === 'mysql' ? underLock(runner, work) : inOneTransaction(runner, work));
  } finally {
    await runner.release();
  }
}

/** MySQL commits at each change of a table, so that a transaction cannot keep others out: a named lock does. */
async function underLock<T>(runner: QueryRunner, work: (runner: QueryRunner) => Promise<T>): Promise<T> {
  const connection = (await runner.connect()) as PoolConnection;
  try {
    await liftLimits(connection);
    const lock = `CONCAT('migrate ', MD5(DATABASE()))`;
    const [answer] = (await runner.query(`SELECT GET_LOCK(${lock}, ${LOCK_WAIT_SECONDS}) AS granted`)) as { granted: number }[];
    if (answer?.granted !== 1) throw new DatabaseBusy();
    const result = await work(runner);
    await runner.query(`SELECT RELEASE_LOCK(${lock})`);
    return result;
  } finally {
    // Without its limits nobody else may have this connection. A lock that is still held goes with it.
    connection.destroy();
  }
}

/**
 * SQLite changes a table by making a new one and dropping the old, which with foreign keys on would delete the rows that point
 * there. Hence off, before the transaction begins, and a check at its end.
 */
async function inOneTransaction<T>(runner: QueryRunner, work: (runner: QueryRunner) => Promise<T>): Promise<T> {
  await runner.beforeMigration();
  await runner.startTransaction();
  const result = await work(runner);
  const orphans = (await runner.query('PRAGMA foreign_key_check')) as unknown[];
  if (orphans.length > 0) throw new Error(`This would leave ${orphans.length} rows that point at nothing`);
  await runner.commitTransaction();
  await runner.afterMigration();
  return result;
}
