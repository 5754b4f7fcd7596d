import { closeSync, mkdirSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, Statement } from 'better-sqlite3';
import { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver';
import { DatabaseBusy } from '../database.errors';
import { isLocked } from '../faults';
import { SerialSqliteQueryRunner } from './serial-sqlite-query-runner';
import { StatementCache } from './statement-cache';
import { Turns } from './turns';

const PATIENCE_MS = 10_000;
const STATEMENTS = 200;

/**
 * SQLite for many callers at once. TypeORM's driver hands the same query runner to everybody, so that two requests meet inside one
 * transaction and one's rollback undoes the other's work. Here each caller has a runner of its own, and they take turns at the one
 * connection: for a statement, or from BEGIN to COMMIT.
 */
export class SerialSqliteDriver extends BetterSqlite3Driver {
  readonly turns = new Turns(PATIENCE_MS);
  /** Shared by all runners, which live no longer than a statement or a transaction. */
  readonly statements = new StatementCache<Statement>(STATEMENTS);

  get connectionToFile(): Database {
    return this.databaseConnection as Database;
  }

  override createQueryRunner(): SerialSqliteQueryRunner {
    return new SerialSqliteQueryRunner(this);
  }

  // Only an `integer` key counts itself up in SQLite, and entities say `bigint` for MySQL's sake.
  override normalizeType(column: Parameters<BetterSqlite3Driver['normalizeType']>[0]): string {
    return column.type === 'bigint' ? 'integer' : super.normalizeType(column);
  }

  /** The compiled statement, from the cache if it was used lately. */
  prepare(text: string): Statement {
    const cached = this.statements.get(text);
    if (cached !== undefined) return cached;
    const statement = this.connectionToFile.prepare(text);
    this.statements.set(text, statement);
    return statement;
  }

  /**
   * Does something with the connection while nobody else does.
   *
   * @throws DatabaseBusy when no turn comes, or another process writes, for longer than a reader waits
   */
  alone<T>(work: () => T | Promise<T>): Promise<T> {
    return this.patiently(async () => {
      await this.turns.take();
      try {
        return await work();
      } finally {
        this.turns.pass();
      }
    });
  }

  /**
   * Repeats what another process' lock made fail. SQLite's own busy timeout would wait too, but it stops the whole process, which
   * could meanwhile answer those who only read.
   */
  async patiently<T>(work: () => Promise<T>, patienceMs = PATIENCE_MS): Promise<T> {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (!isLocked(error)) throw error;
        if (Date.now() > deadline) throw new DatabaseBusy(error);
        await sleep(5 + Math.random() * 20);
      }
    }
  }

  override disconnect(): Promise<void> {
    return this.alone(() => {
      this.statements.clear();
      return super.disconnect();
    });
  }

  protected override async createDatabaseConnection(): Promise<unknown> {
    const { database } = this.options;
    // SQLite gives its side files (-wal, -shm) the mode of the main file.
    if (database !== ':memory:') closeSync(openSync(database, 'a', 0o600));
    const connection = (await super.createDatabaseConnection()) as Database;
    connection.pragma('synchronous = NORMAL');
    // The timeout that the connection was opened with has served its end, the change to WAL. From now on `patiently` waits.
    connection.pragma('busy_timeout = 0');
    return connection;
  }

  protected override createDatabaseDirectory(folder: string): Promise<void> {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return Promise.resolve();
  }
}
