import type { ColumnKind, PortableColumn } from './portable-table';

/**
 * A value as JSON, the same from every database and exact: an integer beyond 2^53 as its digits, a moment as UTC to the microsecond
 * (`2026-11-22 18:30:00.123000`), bytes as base64.
 */
export type PortableValue = string | number | boolean | null;
export type PortableRow = readonly PortableValue[];

/** What can be bound to a statement. */
export type StoredValue = string | number | bigint | Buffer | null;

const DIGITS = /^-?\d{1,19}$/;
const STORED_MOMENT = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)(?:\.(\d{1,6}))?$/;
const MOMENT = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}$/;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Reads what a driver gave. @throws Error when the column holds something else than its kind */
export function toPortable({ name, kind }: PortableColumn, stored: unknown): PortableValue {
  if (stored === null) return null;
  const value = READ[kind](stored);
  if (value === undefined) throw new Error(`The column ${name} holds what is no ${kind}`);
  return value;
}

/** Whether a value out of a file is one that such a column can hold. */
export function fits({ kind, isNullable }: PortableColumn, value: unknown): value is PortableValue {
  return value === null ? isNullable : FITS[kind](value);
}

/** What to write for a value that `fits`. */
export function toStored(kind: ColumnKind, value: PortableValue, dialect: 'mysql' | 'sqlite'): StoredValue {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value !== 'string') return value;
  if (kind === 'integer') return BigInt(value);
  if (kind === 'binary') return Buffer.from(value, 'base64');
  // In SQLite moments are compared as text: those that are equal must be written alike, as the program writes them.
  if (kind === 'moment' && dialect === 'sqlite') return value.replace(/000$/, '');
  return value;
}

const READ: Readonly<Record<ColumnKind, (stored: unknown) => PortableValue | undefined>> = {
  integer: (stored) => {
    if (typeof stored === 'string') return DIGITS.test(stored) ? stored : undefined;
    if (typeof stored === 'bigint') return Number.isSafeInteger(Number(stored)) ? Number(stored) : String(stored);
    return Number.isSafeInteger(stored) ? (stored as number) : undefined;
  },
  boolean: (stored) => (Number(stored) === 0 || Number(stored) === 1 ? Number(stored) === 1 : undefined),
  moment: (stored) => {
    const [, seconds, fraction = ''] = STORED_MOMENT.exec(String(stored)) ?? [];
    return seconds === undefined ? undefined : `${seconds}.${fraction.padEnd(6, '0')}`;
  },
  text: (stored) => (typeof stored === 'string' ? stored : undefined),
  binary: (stored) => (Buffer.isBuffer(stored) ? stored.toString('base64') : undefined),
};

const FITS: Readonly<Record<ColumnKind, (value: unknown) => boolean>> = {
  integer: (value) => Number.isSafeInteger(value) || (typeof value === 'string' && DIGITS.test(value)),
  boolean: (value) => typeof value === 'boolean',
  moment: (value) => typeof value === 'string' && MOMENT.test(value),
  text: (value) => typeof value === 'string',
  binary: (value) => typeof value === 'string' && BASE64.test(value),
};
