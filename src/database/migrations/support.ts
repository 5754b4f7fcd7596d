import { Table } from 'typeorm';
import type { QueryRunner, TableColumnOptions, TableForeignKeyOptions, TableOptions } from 'typeorm';
import type { ColumnType } from 'typeorm/driver/types/ColumnTypes';

// Text is compared by its code points: MariaDB's own collation holds all emoji to be one. TypeORM puts this at the end of CREATE TABLE
// as it stands, so that there is no moment, and no failure, between the table and its collation.
const ENGINE = 'InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin';

/** Creates a table. Column types are those of the entities; each database gets its own name for them. */
export async function createTable(runner: QueryRunner, options: TableOptions & { columns: TableColumnOptions[] }): Promise<void> {
  const columns = options.columns.map((column) => columnOf(runner, column));
  await runner.createTable(new Table({ engine: ENGINE, ...options, columns }));
}

/** A column whose type has the name that this database has for it. */
export const columnOf = (runner: QueryRunner, column: TableColumnOptions): TableColumnOptions => ({
  ...column,
  type: runner.dataSource.driver.normalizeType({ type: column.type as ColumnType }),
});

/** The key that the database counts up. */
export const generatedId: TableColumnOptions = {
  name: 'id',
  type: 'bigint',
  isPrimary: true,
  isGenerated: true,
  generationStrategy: 'increment',
};

/** A moment in UTC with microseconds. */
export const moment = (name: string): TableColumnOptions => ({ name, type: 'datetime', precision: 6 });

/** Text of so many characters at most. */
export const text = (name: string, length: number): TableColumnOptions => ({ name, type: 'varchar', length: `${length}` });

/** Rows that go when the person does. */
export const ownedByUser = (columnName: string): TableForeignKeyOptions => ownedBy('user', columnName);

/** Rows that go when the post does. */
export const ownedByPost = (columnName: string): TableForeignKeyOptions => ownedBy('post', columnName);

const ownedBy = (table: string, columnName: string): TableForeignKeyOptions => ({
  columnNames: [columnName],
  referencedTableName: table,
  referencedColumnNames: ['id'],
  onDelete: 'CASCADE',
  // What an entity means when it says nothing; MariaDB would understand RESTRICT, and the check for drift sees a difference.
  onUpdate: 'NO ACTION',
});
