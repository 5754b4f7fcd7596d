import type { INestApplicationContext } from '@nestjs/common';
import { DataSource, type EntityMetadata } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';

type Row = Record<string, string | number | null>;

/** What is easily spoilt on the way. */
const LARGEST = 9_007_199_254_740_991;
const MOMENTS = ['2026-03-29 01:30:00.123456', '1999-12-31 23:59:59.123'];
const TEXTS = ['日本語 🍣🍺 é e\u0301 ẞ', `"quotes" \\back\\slash\n\t\u0000 end`, ' spaces ', 'NULL', ''];

/** Whether a table is part of a backup: the index for searching and the lists of home timelines are not. */
export const isKept = ({ tableName }: Pick<EntityMetadata, 'tableName'>): boolean => !/^(search|timeline)_/.test(tableName);

/** Two rows in every table that an entity has, so that one that is new is filled too: NULL in the second where it may be. */
export async function fillEveryTable(program: INestApplicationContext): Promise<void> {
  const dataSource = program.get(DataSource);
  const isMysql = dataSource.options.type === 'mysql';
  const runner = dataSource.createQueryRunner();
  try {
    // They come as they come; in the end each reference has its row.
    await runner.query(isMysql ? 'SET SESSION foreign_key_checks = 0' : 'PRAGMA foreign_keys = OFF');
    for (const entity of dataSource.entityMetadatas.filter(isKept)) {
      for (const n of [1, 2]) {
        const row = rowOf(entity, n);
        const names = Object.keys(row).map((name) => `\`${name}\``);
        const marks = names.map(() => '?').join();
        await runner.query(`INSERT INTO \`${entity.tableName}\` (${names.join()}) VALUES (${marks})`, Object.values(row));
      }
    }
    // More than a number of JavaScript can be.
    await runner.query('UPDATE passkey SET counter = 9223372036854775807 WHERE id = 1');
  } finally {
    await runner.query(isMysql ? 'SET SESSION foreign_key_checks = 1' : 'PRAGMA foreign_keys = ON');
    await runner.release();
  }
}

function rowOf({ columns, foreignKeys }: EntityMetadata, n: number): Row {
  const references = new Set(foreignKeys.flatMap(({ columnNames }) => columnNames));
  return Object.fromEntries(
    columns.map((column) => [column.databaseName, references.has(column.databaseName) ? n : valueOf(column, n)]),
  );
}

function valueOf({ type, isPrimary, isNullable, length, databaseName }: ColumnMetadata, n: number): string | number | null {
  if (isNullable && n === 2) return null;
  if (type === 'datetime') return MOMENTS[n - 1] ?? null;
  if (type === 'boolean') return n - 1;
  if (type === 'bigint' || type === 'int') return isPrimary ? n : type === 'bigint' ? LARGEST : 7;
  // The number first: keys and whatever else must be unique are.
  const text = `${n}${TEXTS[(databaseName.length + n) % TEXTS.length]}`;
  return [...text].slice(0, Number(length || 1_000)).join('');
}

/** All rows of all tables, each value as the database itself writes it. */
export async function everything(program: INestApplicationContext): Promise<Record<string, unknown[]>> {
  const dataSource = program.get(DataSource);
  const asText = dataSource.options.type === 'mysql' ? 'CHAR' : 'TEXT';
  const tables: Record<string, unknown[]> = {};
  for (const { tableName, columns, primaryColumns } of dataSource.entityMetadatas.filter(isKept)) {
    const selected = columns.map(({ databaseName: name }) => `CAST(\`${name}\` AS ${asText}) AS \`${name}\``).join();
    const order = primaryColumns.map(({ databaseName: name }) => `\`${name}\``).join();
    const rows = await dataSource.query<Record<string, string | null>[]>(
      `SELECT ${selected} FROM \`${tableName}\` ORDER BY ${order}`,
    );
    const moments = columns.filter(({ type }) => type === 'datetime').map(({ databaseName }) => databaseName);
    tables[tableName] = rows.map((row) => ({
      ...row,
      // SQLite writes no more digits than it was given.
      ...Object.fromEntries(moments.map((name) => [name, row[name]?.replace(/0+$/, '') ?? null])),
    }));
  }
  return tables;
}
