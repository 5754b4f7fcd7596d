import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';
import type { Entities } from '../data-source-options';
import { metadataOf } from '../data-source';

/** What a column holds, whatever a database calls it. */
export const COLUMN_KINDS = ['integer', 'boolean', 'moment', 'text', 'binary'] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

export interface PortableColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly isNullable: boolean;
}

/** A table as every database has it. */
export interface PortableTable {
  readonly name: string;
  readonly columns: readonly PortableColumn[];
}

/** One that can be read in the order of its primary key. */
export interface KeyedTable extends PortableTable {
  readonly key: readonly string[];
}

const KINDS: Readonly<Record<string, ColumnKind>> = {
  bigint: 'integer',
  int: 'integer',
  smallint: 'integer',
  boolean: 'boolean',
  datetime: 'moment',
  varchar: 'text',
  char: 'text',
  text: 'text',
  mediumtext: 'text',
  varbinary: 'binary',
  blob: 'binary',
  mediumblob: 'binary',
};

/** The tables of some entities, as the entities say; without a database. @throws Error for a column of a type that nobody taught us */
export async function portableTables(entities: Entities): Promise<KeyedTable[]> {
  const metadata = await metadataOf(entities);
  return metadata.map(({ tableName, columns, primaryColumns }) => ({
    name: tableName,
    columns: columns.map((column) => portableColumn(tableName, column)),
    key: primaryColumns.map(({ databaseName }) => databaseName),
  }));
}

function portableColumn(table: string, { databaseName: name, type, isNullable }: ColumnMetadata): PortableColumn {
  const kind = KINDS[type === Number ? 'int' : type === String ? 'varchar' : String(type)];
  if (!kind) throw new Error(`No kind of portable value for the type ${String(type)} of ${table}.${name}: add it to KINDS`);
  return { name, kind, isNullable };
}
