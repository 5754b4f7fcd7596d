import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database, Options } from 'better-sqlite3';
import { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver';
import { SerialConnection } from './serial-connection';
import { SerialSqliteQueryRunner } from './serial-sqlite-query-runner';

/**
 * SQLite for many callers at once. TypeORM's driver hands the same query runner to everybody, so that two requests meet inside one
 * transaction and one's rollback undoes the other's work. Here each caller has a runner of its own.
 */
export class SerialSqliteDriver extends BetterSqlite3Driver {
  /** There once the driver is connected. */
  declare serial: SerialConnection;

  override createQueryRunner(): SerialSqliteQueryRunner {
    return new SerialSqliteQueryRunner(this, this.serial);
  }

  /** Another connection to the same file, which sees it as it is now and reads beside the one that everybody uses. Close it. */
  openReader(): Database {
    const { database } = this.options;
    if (database === ':memory:') throw new Error('A database in memory has no other readers');
    const Connection = this.sqlite as new (file: string, options: Options) => Database;
    return new Connection(database, { readonly: true, fileMustExist: true });
  }

  // Only an `integer` key counts itself up in SQLite, and entities say `bigint` for MySQL's sake.
  override normalizeType(column: Parameters<BetterSqlite3Driver['normalizeType']>[0]): string {
    return column.type === 'bigint' ? 'integer' : super.normalizeType(column);
  }

  override disconnect(): Promise<void> {
    return this.serial.alone(() => super.disconnect());
  }

  protected override async createDatabaseConnection(): Promise<unknown> {
    const { database } = this.options;
    // SQLite gives its side files (-wal, -shm) the mode of the main file.
    if (database !== ':memory:') {
      await this.createDatabaseDirectory(dirname(database));
      closeSync(openSync(database, 'a', 0o600));
    }
    const connection = (await super.createDatabaseConnection()) as Database;
    connection.pragma('synchronous = NORMAL');
    // The timeout that the connection was opened with has served its end, the change to WAL. From now on SerialConnection waits.
    connection.pragma('busy_timeout = 0');
    this.serial = new SerialConnection(connection);
    return connection;
  }

  protected override createDatabaseDirectory(folder: string): Promise<void> {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return Promise.resolve();
  }
}
