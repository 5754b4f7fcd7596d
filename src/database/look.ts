import type { DatabaseConfig } from '../config/database.config';
import { connect } from './connect';
import { dataSourceOptions, type Entities } from './data-source-options';
import { Database } from './database';
import { type MigrationStatus, Migrator } from './migrator';
import { Sql } from './sql';
import { Transaction } from './transaction';

/** A database as somebody sees it who only looks. */
export interface DatabaseView {
  readonly database: Database;
  readonly sql: Sql;
  readonly migrations: readonly MigrationStatus[];
  /** Names of migrations that a newer version of the program has applied. */
  readonly newerMigrations: readonly string[];
  /** Names of the tables that the entities want. */
  readonly tables: readonly string[];
  close(): Promise<void>;
}

/**
 * Opens the database as it is, at the first try and without the program around it, and reads what was done to it. It makes no table and leaves the
 * journal of SQLite as it is; a file it makes only where there is none.
 *
 * @throws Error that says what to look at
 */
export async function openToLook(config: DatabaseConfig, entities: Entities): Promise<DatabaseView> {
  const options = dataSourceOptions(config, entities);
  const dataSource = await connect(options.type === 'better-sqlite3' ? { ...options, enableWAL: false } : options, 0);
  // Not opened read-only: then SQLite could not tidy up its side files, and would leave new ones behind.
  if (options.type === 'better-sqlite3') await dataSource.query('PRAGMA query_only = ON');
  const transaction = new Transaction(dataSource);
  const migrator = new Migrator(dataSource);
  try {
    return {
      database: new Database(dataSource, transaction),
      sql: new Sql(dataSource, transaction),
      migrations: await migrator.status(),
      newerMigrations: await migrator.unknown(),
      tables: dataSource.entityMetadatas.map(({ tableName }) => tableName),
      close: () => dataSource.destroy(),
    };
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}
