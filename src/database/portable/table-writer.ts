import type { PortableTable } from './portable-table';
import type { PortableRow } from './portable-value';

/** How one kind of database takes many rows. */
export interface TableWriter {
  write(table: PortableTable, rows: AsyncIterable<PortableRow>): Promise<void>;
  /** The number that the next row gets, unless there is one with a higher number. */
  countFrom(table: string, nextId: number): Promise<void>;
}

export const insertInto = ({ name, columns }: PortableTable): string =>
  `INSERT INTO \`${name}\` (${columns.map((column) => `\`${column.name}\``).join(', ')}) VALUES `;
