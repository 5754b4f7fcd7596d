import { QueryRunnerAlreadyReleasedError } from 'typeorm';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner';
import type { IsolationLevel } from 'typeorm/driver/types/IsolationLevel';
import { toText } from '../moments';
import { withoutValues } from '../query-failure';
import type { SerialConnection } from './serial-connection';

// Rebuilding a large table takes its time, and the second of two starts waits for the first.
const MIGRATION_PATIENCE_MS = 60_000;

type Query = BetterSqlite3QueryRunner['query'];

/** One caller's view of the connection. It holds the turn during a transaction or a migration, else only during a statement. */
export class SerialSqliteQueryRunner extends BetterSqlite3QueryRunner {
  private holdsTurn = false;
  private migrating = false;

  constructor(
    driver: BetterSqlite3Driver,
    private readonly serial: SerialConnection,
  ) {
    super(driver);
    // TypeORM keeps compiled statements in each runner, where ours would never be used twice.
    Object.assign(this, { stmtCache: serial.statements, cacheSize: Infinity });
  }

  override async query(...[text, parameters = [], structured]: Parameters<Query>): ReturnType<Query> {
    if (this.isReleased) throw new QueryRunnerAlreadyReleasedError();
    const bound = Array.isArray(parameters) ? parameters.map(bindable) : parameters;
    // A transaction that reads before it writes cannot wait for another process' lock: SQLite would have to show it two states.
    const statement = text === 'BEGIN TRANSACTION' ? 'BEGIN IMMEDIATE TRANSACTION' : text;
    try {
      if (this.holdsTurn) return await super.query(statement, bound, structured);
      return await this.serial.alone(() => super.query(statement, bound, structured));
    } catch (error) {
      throw withoutValues(error);
    }
  }

  override async startTransaction(isolation?: IsolationLevel): Promise<void> {
    if (this.transactionDepth > 0) return super.startTransaction(isolation);
    await this.serial.patiently(
      async () => {
        await this.takeTurn();
        try {
          await super.startTransaction(isolation);
        } catch (error) {
          this.isTransactionActive = false;
          this.passTurnWhenDone();
          throw error;
        }
      },
      this.migrating ? MIGRATION_PATIENCE_MS : undefined,
    );
  }

  override async commitTransaction(): Promise<void> {
    await super.commitTransaction();
    this.passTurnWhenDone();
  }

  override async rollbackTransaction(): Promise<void> {
    // Out of disk space, for one, SQLite has rolled back by itself, and would call another ROLLBACK an error.
    if (this.isTransactionActive && !this.serial.database.inTransaction) this.forgetTransaction();
    else await super.rollbackTransaction();
    this.passTurnWhenDone();
  }

  /** Foreign keys can be switched off only outside of a transaction, and nobody else may work meanwhile. */
  override async beforeMigration(): Promise<void> {
    await this.takeTurn();
    this.migrating = true;
    await super.beforeMigration();
  }

  override async afterMigration(): Promise<void> {
    await super.afterMigration();
    // TypeORM also calls this before the end of the transaction, where the switch has no effect.
    this.migrating = this.isTransactionActive;
    this.passTurnWhenDone();
  }

  /** Ends the runner. A transaction that is still open is undone: whoever forgot it must not stop everybody else. */
  override async release(): Promise<void> {
    if (this.isReleased) return;
    const { database } = this.serial;
    if (this.holdsTurn && database.inTransaction) database.exec('ROLLBACK');
    this.forgetTransaction();
    if (this.migrating) await this.afterMigration();
    this.passTurnWhenDone();
    await super.release();
    this.isReleased = true;
  }

  private async takeTurn(): Promise<void> {
    if (this.holdsTurn) return;
    await this.serial.turns.take();
    this.holdsTurn = true;
  }

  private passTurnWhenDone(): void {
    if (!this.holdsTurn || this.isTransactionActive || this.migrating) return;
    this.holdsTurn = false;
    this.serial.turns.pass();
  }

  private forgetTransaction(): void {
    this.isTransactionActive = false;
    this.transactionDepth = 0;
  }
}

/** better-sqlite3 binds no dates. */
const bindable = (value: unknown): unknown => (value instanceof Date ? toText(value) : value);
