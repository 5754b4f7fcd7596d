import type { ColumnOptions, ValueTransformer } from 'typeorm';

/** MySQL hands out BIGINT as text, SQLite as a number. In the program an id is a number below 2^53, always. */
const wholeNumber: ValueTransformer = {
  to: (value: unknown) => value,
  from: (value: unknown) => (value === null || value === undefined ? value : Number(value)),
};

/** A column that holds an id: `@Column(idColumn({ name: 'author_id' }))`. */
export const idColumn = (options: ColumnOptions = {}): ColumnOptions => ({
  type: 'bigint',
  transformer: wholeNumber,
  ...options,
});

/** The primary key that the database counts up. */
export const generatedId: ColumnOptions = idColumn({ primary: true, generated: 'increment' });

/** A moment in UTC with microseconds: without the precision MySQL drops the fraction, and order and `since` break. */
export const momentColumn = (options: ColumnOptions = {}): ColumnOptions => ({ type: 'datetime', precision: 6, ...options });
