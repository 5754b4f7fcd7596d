import type { PoolConnection } from 'mysql2';
import type { PortableTable } from './portable-table';
import { type PortableRow, type StoredValue, toStored } from './portable-value';
import { insertInto, type TableWriter } from './table-writer';

const ROWS_A_STATEMENT = 1_000;
// A server takes 16 MB at once, or 1 MB where somebody was thrifty.
const CHARACTERS_A_STATEMENT = 250_000;

/** Many rows a statement, each of which is a transaction of its own. */
export class MysqlWriter implements TableWriter {
  constructor(private readonly connection: PoolConnection) {}

  async write(table: PortableTable, rows: AsyncIterable<PortableRow>): Promise<void> {
    const kinds = table.columns.map(({ kind }) => kind);
    let batch: StoredValue[][] = [];
    let characters = 0;
    for await (const row of rows) {
      batch.push(kinds.map((kind, index) => toStored(kind, row[index] ?? null, 'mysql')));
      for (const value of row) if (typeof value === 'string') characters += value.length;
      if (batch.length < ROWS_A_STATEMENT && characters < CHARACTERS_A_STATEMENT) continue;
      await this.insert(table, batch);
      [batch, characters] = [[], 0];
    }
    if (batch.length > 0) await this.insert(table, batch);
  }

  async countFrom(table: string, nextId: number): Promise<void> {
    await this.connection.promise().query(`ALTER TABLE \`${table}\` AUTO_INCREMENT = ${nextId}`);
  }

  private async insert(table: PortableTable, rows: readonly StoredValue[][]): Promise<void> {
    await this.connection.promise().query(`${insertInto(table)}?`, [rows]);
  }
}
