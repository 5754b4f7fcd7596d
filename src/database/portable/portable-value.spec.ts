import type { ColumnKind, PortableColumn } from './portable-table';
import { fits, toPortable, toStored } from './portable-value';

const column = (kind: ColumnKind, isNullable = false): PortableColumn => ({ name: 'it', kind, isNullable });

describe('a portable value', () => {
  it.each<[ColumnKind, unknown, unknown, unknown]>([
    ['integer', 7n, 7, 7],
    ['integer', 9_223_372_036_854_775_807n, '9223372036854775807', 9_223_372_036_854_775_807n],
    ['boolean', 1n, true, 1],
    ['moment', '2026-03-29 01:30:00', '2026-03-29 01:30:00.000000', '2026-03-29 01:30:00.000'],
    ['moment', '2026-03-29 01:30:00.123456', '2026-03-29 01:30:00.123456', '2026-03-29 01:30:00.123456'],
    ['text', '', '', ''],
    ['binary', Buffer.from([0, 255, 10]), 'AP8K', Buffer.from([0, 255, 10])],
    ['binary', null, null, null],
  ])('of the kind %s is the same afterwards: %p', (kind, given, portable, stored) => {
    const value = toPortable(column(kind), given);

    expect(value).toEqual(portable);
    expect(fits(column(kind, true), value)).toBe(true);
    expect(toStored(kind, value, 'sqlite')).toEqual(stored);
  });

  it.each<[ColumnKind, unknown]>([
    ['integer', 1.5],
    ['integer', '1; DROP TABLE post'],
    ['boolean', 1],
    ['moment', '2026-03-29T01:30:00Z'],
    ['text', 7],
    ['binary', '!'],
    ['text', null],
  ])('out of a file is not believed: %s %p', (kind, value) => {
    expect(fits(column(kind), value)).toBe(false);
  });
});
