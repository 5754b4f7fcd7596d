import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DataSource, MigrationExecutor } from 'typeorm';
import { projectRoot } from '../common/project-root';
import { MIGRATIONS_TABLE } from './data-source-options';
import { exclusively } from './exclusively';
import { draftOf } from './migrations/draft';
import { createMigrationsTable } from './migrations/migrations-table';
import { toDate } from './moments';
import { refuseUnfinished } from './unfinished';

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

/** Brings the tables to where the code expects them, or back. Of two that start at once one migrates and the other waits for it. */
@Injectable()
export class Migrator {
  constructor(private readonly dataSource: DataSource) {}

  /** Every migration, oldest first. Changes nothing. @throws UnfinishedRestore */
  async status(): Promise<MigrationStatus[]> {
    const applied = await this.applied();
    return this.names().map((name) => ({ name, appliedAt: applied.get(name) ?? null }));
  }

  /** Migrations that have run and that this version of the program does not have: a newer one made them. */
  async unknown(): Promise<string[]> {
    const known = new Set(this.names());
    return [...(await this.applied()).keys()].filter((name) => !known.has(name));
  }

  /** Runs what waits, and returns the names. @throws UnfinishedRestore */
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
      await refuseUnfinished(runner);
      if (!(await runner.hasTable(MIGRATIONS_TABLE))) return new Map();
      const rows = (await runner.query(`SELECT * FROM ${MIGRATIONS_TABLE}`)) as AppliedMigration[];
      return new Map(rows.map(({ name, applied_at: at, timestamp }) => [name, at ? toDate(at) : new Date(timestamp)]));
    } finally {
      await runner.release();
    }
  }

  private exclusively<T>(work: (executor: MigrationExecutor) => Promise<T>): Promise<T> {
    return exclusively(this.dataSource, async (runner) => {
      await refuseUnfinished(runner);
      await createMigrationsTable(runner);
      const executor = new MigrationExecutor(this.dataSource, runner);
      executor.transaction = this.dataSource.options.migrationsTransactionMode ?? 'all';
      return work(executor);
    });
  }
}

const stampOf = (name: string): number => Number(name.slice(-13));
