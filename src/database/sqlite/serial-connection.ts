import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, Statement } from 'better-sqlite3';
import { RecentCache } from '../../common/recent-cache';
import { DatabaseBusy } from '../database.errors';
import { isLocked } from '../faults';
import { RowReader } from './row-reader';
import { Turns } from './turns';

const PATIENCE_MS = 10_000;
const STATEMENTS = 200;

/** The one connection to the file, at which everybody takes turns: for a statement, or from BEGIN to COMMIT. */
export class SerialConnection {
  readonly turns = new Turns(PATIENCE_MS);
  /** Shared by all query runners, which live no longer than a statement or a transaction. */
  readonly statements = new RecentCache<Statement>(STATEMENTS);
  private readonly readers = new RecentCache<RowReader>(STATEMENTS);

  constructor(readonly database: Database) {}

  /** The compiled statement, from the cache if it was used lately. */
  prepare(text: string): Statement {
    return this.statements.getOrMake(text, () => this.database.prepare(text));
  }

  /** The rows of a SELECT of constant text, compiled as `prepare` does. */
  read(text: string, params: readonly unknown[]): unknown[] {
    return this.readers.getOrMake(text, () => new RowReader(this.database.prepare(text))).all(params);
  }

  /**
   * Does something while nobody else uses the connection.
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
}
