import { COLUMN_KINDS, type ColumnKind, type PortableTable } from '../../database/portable/portable-table';
import { BrokenBackup } from './backup.errors';

export const FORMAT = 'microblog-backup';
export const VERSION = 1;

/** Of a part of the archive: what it must be when it is read. */
export interface Checksum {
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** A table: a row a line, each a JSON array in the order of the columns. */
export interface TablePart extends PortableTable, Checksum {
  readonly rows: number;
  /** The number that the next row is to get; null when the database does not count. */
  readonly nextId: number | null;
}

/** A file of DATA_DIR. */
export interface FilePart extends Checksum {
  /** Its path there, with slashes. */
  readonly name: string;
}

/** What a backup says of itself. The last part that is written: it tells of all others. */
export interface Manifest {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  /** The version of Microblog. */
  readonly program: string;
  readonly createdAt: string;
  /** The migrations that had run, the earliest first. */
  readonly migrations: readonly string[];
  readonly secret: {
    /** Made by the program itself and kept in DATA_DIR, and hence part of the backup. */
    readonly isGenerated: boolean;
    /** The same for the same secret, which it does not tell. */
    readonly fingerprint: string;
  };
  readonly tables: readonly TablePart[];
  readonly files: readonly FilePart[];
}

type Json = Readonly<Record<string, unknown>>;

/** @throws BrokenBackup */
export function parseManifest(text: string): Manifest {
  const json = object(parse(text));
  if (json.format !== FORMAT) throw new BrokenBackup('This is no backup of a Microblog.');
  if (json.version !== VERSION) {
    const isNewer = typeof json.version === 'number' && json.version > VERSION;
    throw new BrokenBackup(
      `The format of this backup is ${String(json.version)}; this program reads ${VERSION}.${isNewer ? ' Use a newer Microblog.' : ''}`,
    );
  }
  const secret = object(json.secret);
  return {
    format: FORMAT,
    version: VERSION,
    program: string(json.program),
    createdAt: string(json.createdAt),
    migrations: list(json.migrations, string),
    secret: { isGenerated: boolean(secret.isGenerated), fingerprint: string(secret.fingerprint) },
    tables: list(json.tables, tablePart),
    files: list(json.files, (value) => ({ name: string(object(value).name), ...checksum(object(value)) })),
  };
}

function tablePart(value: unknown): TablePart {
  const json = object(value);
  return {
    name: identifier(json.name),
    columns: list(json.columns, (column) => {
      const { name, kind, isNullable } = object(column);
      return { name: identifier(name), kind: columnKind(kind), isNullable: boolean(isNullable) };
    }),
    rows: count(json.rows),
    nextId: json.nextId === null ? null : count(json.nextId),
    ...checksum(json),
  };
}

const checksum = ({ bytes, sha256 }: Json): Checksum => ({ bytes: count(bytes), sha256: string(sha256) });

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return wrong();
  }
}

/** Goes into SQL: nothing else may be in it. */
function identifier(value: unknown): string {
  return typeof value === 'string' && /^[a-z][a-z0-9_]{0,62}$/.test(value) ? value : wrong();
}

const columnKind = (value: unknown): ColumnKind => COLUMN_KINDS.find((kind) => kind === value) ?? wrong();
const object = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : wrong());
const list = <T>(value: unknown, of: (item: unknown) => T): T[] => (Array.isArray(value) ? value.map(of) : wrong());
const string = (value: unknown): string => (typeof value === 'string' ? value : wrong());
const boolean = (value: unknown): boolean => (typeof value === 'boolean' ? value : wrong());
const count = (value: unknown): number => (Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : wrong());

function wrong(): never {
  throw new BrokenBackup('The manifest of the backup is damaged.');
}
