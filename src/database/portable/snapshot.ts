import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PoolConnection } from 'mysql2';
import { MIGRATIONS_TABLE } from '../data-source-options';
import { liftLimits } from '../mysql/guarded-mysql-driver';
import type { SerialSqliteDriver } from '../sqlite/serial-sqlite-driver';
import { MysqlReader } from './mysql-reader';
import type { KeyedTable, PortableColumn } from './portable-table';
import { type PortableRow, toPortable } from './portable-value';
import type { SnapshotReader } from './snapshot-reader';
import { SqliteReader } from './sqlite-reader';

/** All tables as they were at one moment. */
export class Snapshot {
  constructor(private readonly reader: SnapshotReader) {}

  /** The names of the migrations that made the tables, in the order in which they ran. */
  async migrations(): Promise<string[]> {
    const names: string[] = [];
    for await (const [name] of this.reader.rows(`SELECT name FROM ${MIGRATIONS_TABLE} ORDER BY id`)) names.push(String(name));
    return names;
  }

  /** Every row, in the order of the primary key. Read it to its end, or leave the loop, before the next is begun. */
  async *rows({ name, columns, key }: KeyedTable): AsyncGenerator<PortableRow> {
    const selected = columns.map((column) => this.selected(column)).join(', ');
    const ordered = key.map((column) => `\`${column}\``).join(', ');
    const rows = this.reader.rows(`SELECT ${selected} FROM \`${name}\` ORDER BY ${ordered}`);
    for await (const row of rows) yield columns.map((column, index) => toPortable(column, row[index]));
  }

  /** The number that the next row gets from the database; null for a table that is not counted up. It may be later than the snapshot. */
  nextId({ name }: KeyedTable): Promise<number | null> {
    return this.reader.nextId(name);
  }

  // The driver makes a `Date` of a moment, which has no microseconds.
  private selected({ name, kind }: PortableColumn): string {
    return kind === 'moment' ? `CAST(\`${name}\` AS CHAR)` : `\`${name}\``;
  }
}

/** Reads all tables as they are at one moment, while others go on writing. */
@Injectable()
export class Snapshots {
  constructor(private readonly dataSource: DataSource) {}

  read<T>(work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
    return this.dataSource.options.type === 'mysql' ? this.fromMysql(work) : this.fromSqlite(work);
  }

  private async fromMysql<T>(work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const connection = (await runner.connect()) as PoolConnection;
    try {
      await liftLimits(connection);
      return await work(new Snapshot(await MysqlReader.begin(connection)));
    } finally {
      // Without its limits nobody else may have this connection. The transaction, which has changed nothing, goes with it.
      connection.destroy();
      await runner.release();
    }
  }

  private async fromSqlite<T>(work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
    const connection = (this.dataSource.driver as SerialSqliteDriver).openReader();
    try {
      return await work(new Snapshot(SqliteReader.begin(connection)));
    } finally {
      connection.close();
    }
  }
}
