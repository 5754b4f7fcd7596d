import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DataSource, MigrationExecutor } from 'typeorm';
import type { QueryRunner } from 'typeorm';
import type { PoolConnection } from 'mysql2';
import { projectRoot } from '../common/project-root';
import { MIGRATIONS_TABLE } from './data-source-options';
import { DatabaseBusy } from './database.errors';
import { draftOf } from './migrations/draft';
import { createTable, generatedId, text } from './migrations/support';
import { toDate } from './moments';
import { liftLimits } from './mysql/guarded-mysql-driver';

export interface MigrationStatus {
  readonly name: string;
  /** Null while it waits. */
  readonly appliedAt: Date | null;
}

interface AppliedMigration {
  readonly name: string;
  /** Milliseconds: when the migration was written. */
  readonly timestamp: number;
  /** Absent when TypeORM's own command line made the table. */
  readonly applied_at?: Date | string;
}

const LOCK_WAIT_SECONDS = 60;

/** Brings the tables to where the code expects them, or back. Of two that start at once one migrates and the other waits for it. */
@Injectable()
export class Migrator {
  constructor(private readonly dataSource: DataSource) {}

  /** Every migration, oldest first. Changes nothing. */
  async status(): Promise<MigrationStatus[]> {
    const applied = await this.applied();
    return this.names().map((name) => ({ name, appliedAt: applied.get(name) ?? null }));
  }

  /** What was applied and is not known here: a newer version of the program has been at work. Changes nothing. */
  async unknown(): Promise<string[]> {
    const known = new Set(this.names());
    return [...(await this.applied()).keys()].filter((name) => !known.has(name));
  }

  /** Runs what waits, and returns the names. */
  upgrade(): Promise<string[]> {
    return this.exclusively(async (executor) => (await executor.executePendingMigrations()).map(({ name }) => name));
  }

  /** Takes back the latest migrations, the newest first, and returns their names. */
  downgrade(steps = 1): Promise<string[]> {
    return this.exclusively(async (executor) => {
      const undone = (await executor.getExecutedMigrations()).slice(0, steps).map(({ name }) => name);
      for (const _ of undone) await executor.undoLastMigration();
      return undone;
    });
  }

  /** The statements that would bring the tables to what the entities say. None: they agree. */
  async drift(): Promise<string[]> {
    const { upQueries } = await this.dataSource.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query);
  }

  /**
   * Drafts a migration out of the drift, for a person to finish and to add to the list. Returns the path of the file.
   *
   * @param title verb first, such as `Add language to posts`
   */
  async generate(title: string, folder = join(projectRoot(), 'src/database/migrations')): Promise<string> {
    const { upQueries, downQueries } = await this.dataSource.driver.createSchemaBuilder().log();
    const { file, source } = draftOf(title, new Date(), { up: upQueries, down: downQueries.toReversed() });
    const path = join(folder, file);
    await writeFile(path, source, { flag: 'wx' });
    return path;
  }

  private names(): string[] {
    return this.dataSource.migrations.map(({ constructor }) => constructor.name).toSorted((a, b) => stampOf(a) - stampOf(b));
  }

  private async applied(): Promise<Map<string, Date>> {
    const runner = this.dataSource.createQueryRunner();
    try {
      if (!(await runner.hasTable(MIGRATIONS_TABLE))) return new Map();
      const rows = (await runner.query(`SELECT * FROM ${MIGRATIONS_TABLE}`)) as AppliedMigration[];
      return new Map(rows.map(({ name, applied_at: at, timestamp }) => [name, at ? toDate(at) : new Date(timestamp)]));
    } finally {
      await runner.release();
    }
  }

  private async exclusively<T>(work: (executor: MigrationExecutor) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const migrate = async (): Promise<T> => {
      await createMigrationsTable(runner);
      const executor = new MigrationExecutor(this.dataSource, runner);
      executor.transaction = this.dataSource.options.migrationsTransactionMode ?? 'all';
      return work(executor);
    };
    try {
      return await (this.dataSource.options.type === 'mysql' ? underLock(runner, migrate) : inOneTransaction(runner, migrate));
    } finally {
      await runner.release();
    }
  }
}

const stampOf = (name: string): number => Number(name.slice(-13));

/** TypeORM's own table of what has run, and when it did. */
async function createMigrationsTable(runner: QueryRunner): Promise<void> {
  if (await runner.hasTable(MIGRATIONS_TABLE)) return;
  await createTable(runner, {
    name: MIGRATIONS_TABLE,
    columns: [
      generatedId,
      { name: 'timestamp', type: 'bigint' },
      text('name', 255),
      { name: 'applied_at', type: 'datetime', default: 'CURRENT_TIMESTAMP' },
    ],
  });
}

/** MySQL commits at each change of a table, so that a transaction cannot keep others out: a named lock does. */
async function underLock<T>(runner: QueryRunner, work: () => Promise<T>): Promise<T> {
  const connection = (await runner.connect()) as PoolConnection;
  try {
    await liftLimits(connection);
    const lock = `CONCAT('migrate ', MD5(DATABASE()))`;
    const [answer] = (await runner.query(`SELECT GET_LOCK(${lock}, ${LOCK_WAIT_SECONDS}) AS granted`)) as { granted: number }[];
    if (answer?.granted !== 1) throw new DatabaseBusy();
    const result = await work();
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
async function inOneTransaction<T>(runner: QueryRunner, work: () => Promise<T>): Promise<T> {
  await runner.beforeMigration();
  await runner.startTransaction();
  const result = await work();
  const orphans = (await runner.query('PRAGMA foreign_key_check')) as unknown[];
  if (orphans.length > 0) throw new Error(`The migration would leave ${orphans.length} rows that point at nothing`);
  await runner.commitTransaction();
  await runner.afterMigration();
  return result;
}
