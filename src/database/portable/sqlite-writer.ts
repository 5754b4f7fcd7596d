import type { Database } from 'better-sqlite3';
import type { PortableTable } from './portable-table';
import { type PortableRow, toStored } from './portable-value';
import { insertInto, type TableWriter } from './table-writer';

/** Row by row, in the transaction that is going on. */
export class SqliteWriter implements TableWriter {
  constructor(private readonly connection: Database) {}

  async write(table: PortableTable, rows: AsyncIterable<PortableRow>): Promise<void> {
    const kinds = table.columns.map(({ kind }) => kind);
    const insert = this.connection.prepare(`${insertInto(table)}(${kinds.map(() => '?').join(', ')})`);
    for await (const row of rows) insert.run(kinds.map((kind, index) => toStored(kind, row[index] ?? null, 'sqlite')));
  }

  countFrom(table: string, nextId: number): Promise<void> {
    const last = nextId - 1;
    const { changes } = this.connection.prepare('UPDATE sqlite_sequence SET seq = MAX(seq, ?) WHERE name = ?').run(last, table);
    if (changes === 0) this.connection.prepare('INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)').run(table, last);
    return Promise.resolve();
  }
}
