import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { QueryRunner } from 'typeorm';
import type { PoolConnection } from 'mysql2';
import { MIGRATIONS_TABLE } from '../data-source-options';
import { exclusively } from '../exclusively';
import { createMigrationsTable } from '../migrations/migrations-table';
import type { GuardedMysqlDriver } from '../mysql/guarded-mysql-driver';
import type { SerialSqliteDriver } from '../sqlite/serial-sqlite-driver';
import { isUnfinished, markUnfinished, unmark } from '../unfinished';
import { ChosenMigrations } from './chosen-migrations';
import { MysqlWriter } from './mysql-writer';
import type { PortableTable } from './portable-table';
import type { PortableRow } from './portable-value';
import { orphans } from './references';
import { SqliteWriter } from './sqlite-writer';
import type { TableWriter } from './table-writer';

/** A table and what is to be in it. */
export interface TableContents extends PortableTable {
  readonly nextId: number | null;
  readonly rows: () => AsyncIterable<PortableRow>;
}

export interface Contents {
  /** Of the migrations that we know those that had run where the rows come from. */
  readonly migrations: readonly string[];
  readonly tables: readonly TableContents[];
}

/** Makes all tables anew, with other rows in them. */
@Injectable()
export class Rebuilder {
  constructor(private readonly dataSource: DataSource) {}

  /** How many rows there are in a table; 0 when there is no such table, or only a part of what was to be in it. */
  async count(table: string): Promise<number> {
    const runner = this.dataSource.createQueryRunner();
    try {
      if (!(await runner.hasTable(table)) || (await isUnfinished(runner))) return 0;
      const [row] = (await runner.query(`SELECT COUNT(*) AS n FROM \`${table}\``)) as { n: number | string }[];
      return Number(row?.n);
    } finally {
      await runner.release();
    }
  }

  /**
   * Drops our tables, makes them as they were where the rows come from, fills them and brings them up to date. All or nothing on SQLite.
   * On MySQL, cut short, it leaves tables that nobody works with before it was done again.
   *
   * @throws Error when somebody else is connected to the database, or when rows and tables do not fit
   */
  async rebuild(contents: Contents): Promise<void> {
    if (this.dataSource.options.type !== 'mysql') await this.leaveAndEnterWal();
    await exclusively(this.dataSource, (runner) =>
      this.dataSource.options.type === 'mysql' ? this.onMysql(runner, contents) : this.onSqlite(runner, contents),
    );
  }

  // SQLite leaves WAL only for who is alone with the file.
  private async leaveAndEnterWal(): Promise<void> {
    const { serial } = this.dataSource.driver as SerialSqliteDriver;
    try {
      await serial.alone(() => serial.database.pragma('journal_mode = DELETE'));
    } catch (error) {
      throw new Error('Somebody else has the database open: stop the site and its workers first.', { cause: error });
    }
    await serial.alone(() => serial.database.pragma('journal_mode = WAL'));
  }

  private async onSqlite(runner: QueryRunner, contents: Contents): Promise<void> {
    const { serial } = this.dataSource.driver as SerialSqliteDriver;
    await this.replace(runner, contents, new SqliteWriter(serial.database));
  }

  private async onMysql(runner: QueryRunner, contents: Contents): Promise<void> {
    const connection = (await runner.connect()) as PoolConnection;
    await this.refuseOthers(runner);
    // What is whole is loaded in any order; whether it was, is looked at in the end.
    await runner.query('SET SESSION foreign_key_checks = 0');
    await markUnfinished(runner);
    await this.replace(runner, contents, new MysqlWriter(connection));
    const [orphan] = await orphans(runner, this.dataSource.entityMetadatas);
    if (orphan) throw new Error(`${orphan} points at rows that are not there`);
    await unmark(runner);
  }

  private async refuseOthers(runner: QueryRunner): Promise<void> {
    const { ownConnections } = this.dataSource.driver as GuardedMysqlDriver;
    const rows = (await runner.query(
      'SELECT ID AS id, USER AS user, HOST AS host FROM information_schema.PROCESSLIST WHERE DB = DATABASE()',
    )) as { id: number | string; user: string; host: string }[];
    const other = rows.find(({ id }) => !ownConnections.has(Number(id)));
    if (!other) return;
    throw new Error(
      `Somebody else is connected to the database (${other.user} from ${other.host}): stop the site and its workers first.`,
    );
  }

  private async replace(runner: QueryRunner, { migrations, tables }: Contents, writer: TableWriter): Promise<void> {
    await this.drop(runner);
    await createMigrationsTable(runner);
    await new ChosenMigrations(this.dataSource, runner, migrations).executePendingMigrations();
    for (const table of tables) {
      await refuseStranger(runner, table);
      await writer.write(table, table.rows());
    }
    const all = this.dataSource.migrations.map(({ constructor }) => constructor.name);
    await new ChosenMigrations(this.dataSource, runner, all).executePendingMigrations();
    for (const { name, nextId } of tables) {
      if (nextId !== null && (await runner.hasTable(name))) await writer.countFrom(name, nextId);
    }
  }

  private async drop(runner: QueryRunner): Promise<void> {
    const names = [...this.dataSource.entityMetadatas.map(({ tableName }) => tableName), MIGRATIONS_TABLE];
    for (const name of names) await runner.query(`DROP TABLE IF EXISTS \`${name}\``);
  }
}

/** @throws Error for a table that is not there, or has other columns */
async function refuseStranger(runner: QueryRunner, { name, columns }: PortableTable): Promise<void> {
  const table = await runner.getTable(name);
  const here = table?.columns.map((column) => column.name).sort();
  const there = columns.map((column) => column.name).sort();
  if (here?.join() !== there.join()) throw new Error(`The table ${name} of the backup is not what its migrations make of it`);
}
