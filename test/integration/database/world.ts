import { Logger } from '@nestjs/common';
import type { DataSource, DataSourceOptions } from 'typeorm';
import { AppConfig } from '../../../src/config/app.config';
import { DatabaseConfig } from '../../../src/config/database.config';
import { Environment } from '../../../src/config/environment';
import { createDataSource } from '../../../src/database/data-source';
import { dataSourceOptions } from '../../../src/database/data-source-options';
import { Database } from '../../../src/database/database';
import { Migrator } from '../../../src/database/migrator';
import { Sql } from '../../../src/database/sql';
import { Transaction } from '../../../src/database/transaction';
import { entities } from '../../../src/entities';
import type { User } from '../../../src/users/user.entity';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

/** The kind of database that this run is about. */
export const kind = process.env.TEST_DATABASE === 'mysql' ? 'mysql' : 'sqlite';

// What goes wrong here goes wrong on purpose.
Logger.overrideLogger(false);

/** One program's view of a database: what `DatabaseModule` provides, without Nest. */
export interface World {
  readonly dataSource: DataSource;
  readonly transaction: Transaction;
  readonly database: Database;
  readonly sql: Sql;
  readonly migrator: Migrator;
}

/** Test databases, and the worlds that look at them. `close` after the last test. */
export class Worlds {
  private readonly dataSources: DataSource[] = [];
  private readonly databases: TestDatabase[] = [];

  /** A world with a database of its own, its tables made. */
  async create(changes: Partial<DataSourceOptions> = {}): Promise<World> {
    const world = await this.open(await this.emptyDatabase(), changes);
    await world.migrator.upgrade();
    return world;
  }

  /** The address of a database without tables. */
  async emptyDatabase(): Promise<string> {
    const database = await createTestDatabase();
    this.databases.push(database);
    return database.url;
  }

  /** Another view of a database, as a second process has it. */
  async open(url: string, changes: Partial<DataSourceOptions> = {}): Promise<World> {
    const dataSource = createDataSource({ ...optionsFor(url), ...changes } as DataSourceOptions);
    await dataSource.initialize();
    this.dataSources.push(dataSource);
    const transaction = new Transaction(dataSource);
    return {
      dataSource,
      transaction,
      database: new Database(dataSource, transaction),
      sql: new Sql(dataSource, transaction),
      migrator: new Migrator(dataSource),
    };
  }

  async close(): Promise<void> {
    for (const dataSource of this.dataSources) if (dataSource.isInitialized) await dataSource.destroy();
    for (const database of this.databases) await database.drop();
  }
}

export function optionsFor(url: string): DataSourceOptions {
  const environment = new Environment({ DATABASE_URL: url });
  return dataSourceOptions(new DatabaseConfig(environment, new AppConfig(environment)), entities);
}

/** The row of somebody, not yet stored. */
export function person(username: string): Partial<User> {
  const email = `${username}@example.com`;
  return { username, usernameKey: username, email, emailKey: email, createdAt: new Date('2026-11-22T18:30:00.123Z') };
}

/** What an error is, when something ought to fail. */
export const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

/** A door that stays shut until it is opened. */
export function gate(): { readonly opened: Promise<void>; open: () => void } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}
