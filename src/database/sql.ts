import { Injectable, Optional } from '@nestjs/common';
import type { Pool, PoolConnection, ResultSetHeader, RowDataPacket } from 'mysql2';
import { DataSource } from 'typeorm';
import type { MysqlDriver } from 'typeorm/driver/mysql/MysqlDriver';
import { DatabaseBusy } from './database.errors';
import { toText } from './moments';
import { queryFailure } from './query-failure';
import { Replicas } from './mysql/replicas';
import type { SerialSqliteDriver } from './sqlite/serial-sqlite-driver';
import { Transaction } from './transaction';

export { toDate } from './moments';

export type SqlValue = string | number | boolean | Date | Buffer | null;

/**
 * Raw rows for pages that are read often, several times faster than entities. The text must be constant, apart from the question
 * marks: each text is compiled once and kept.
 */
@Injectable()
export class Sql {
  readonly dialect: 'mysql' | 'sqlite';

  constructor(
    private readonly dataSource: DataSource,
    private readonly transaction: Transaction,
    @Optional() private readonly replicas?: Replicas,
  ) {
    this.dialect = dataSource.options.type === 'mysql' ? 'mysql' : 'sqlite';
  }

  /** How an INSERT begins that leaves alone what is there already. */
  get insertIgnore(): string {
    return this.dialect === 'mysql' ? 'INSERT IGNORE' : 'INSERT OR IGNORE';
  }

  /**
   * The rows of a SELECT, read in the transaction that is going on if there is one.
   * BIGINT comes as a number, a moment as `toDate` understands it, a boolean as 0 or 1; SUM and AVG as text on MySQL.
   *
   * @throws QueryFailedError as TypeORM does, DatabaseBusy
   */
  async all<T>(text: string, params: readonly SqlValue[] = []): Promise<T[]> {
    // Where TypeORM tells of its statements too: a test counts them all.
    this.dataSource.logger.logQuery(text);
    try {
      return (await (this.dialect === 'mysql' ? this.fromMysql(text, params) : this.fromSqlite(text, params))) as T[];
    } catch (error) {
      throw error instanceof DatabaseBusy ? error : queryFailure(text, error as Error);
    }
  }

  /**
   * Inserts a row whose id the database counts up, in the transaction that is going on if there is one: for what is written with
   * everything else, and must cost next to nothing.
   *
   * @returns the id
   * @throws QueryFailedError as TypeORM does, DatabaseBusy
   */
  async insert(text: string, params: readonly SqlValue[]): Promise<number> {
    this.dataSource.logger.logQuery(text);
    try {
      return await (this.dialect === 'mysql' ? this.insertIntoMysql(text, params) : this.insertIntoSqlite(text, params));
    } catch (error) {
      throw error instanceof DatabaseBusy ? error : queryFailure(text, error as Error);
    }
  }

  private async insertIntoMysql(text: string, params: readonly SqlValue[]): Promise<number> {
    const source = await this.mysqlSource();
    return new Promise((resolve, reject) => {
      source.execute<ResultSetHeader>(text, [...params], (error, { insertId } = {} as ResultSetHeader) =>
        error ? reject(error) : resolve(insertId),
      );
    });
  }

  private insertIntoSqlite(text: string, params: readonly SqlValue[]): number | Promise<number> {
    const { serial } = this.dataSource.driver as SerialSqliteDriver;
    const write = (): number => Number(serial.prepare(text).run(...params.map(bindable)).lastInsertRowid);
    return this.transaction.runner ? write() : serial.alone(write);
  }

  private async mysqlSource(): Promise<Pool | PoolConnection> {
    const ours = (await this.transaction.runner?.connect()) as PoolConnection | undefined;
    return ours ?? ((this.dataSource.driver as MysqlDriver).pool as Pool);
  }

  private async fromMysql(text: string, params: readonly SqlValue[]): Promise<unknown[]> {
    const replica = this.replicas?.mayAnswer && !this.transaction.runner ? await this.replicas.next() : undefined;
    if (!replica) return rowsOf(await this.mysqlSource(), text, params);
    try {
      return await rowsOf(await replica.pool(), text, params);
    } catch (error) {
      // Whatever is wrong with it, the primary knows as well.
      replica.rest(error);
      return rowsOf(await this.mysqlSource(), text, params);
    }
  }

  private fromSqlite(text: string, params: readonly SqlValue[]): unknown[] | Promise<unknown[]> {
    const { serial } = this.dataSource.driver as SerialSqliteDriver;
    const read = (): unknown[] => serial.read(text, params.map(bindable));
    return this.transaction.runner ? read() : serial.alone(read);
  }
}

function rowsOf(source: Pool | PoolConnection, text: string, params: readonly SqlValue[]): Promise<RowDataPacket[]> {
  return new Promise((resolve, reject) => {
    source.execute<RowDataPacket[]>(text, [...params], (error, rows) => (error ? reject(error) : resolve(rows)));
  });
}

/** better-sqlite3 binds neither dates nor booleans. */
function bindable(value: SqlValue): unknown {
  if (value instanceof Date) return toText(value);
  return typeof value === 'boolean' ? Number(value) : value;
}
