/** How SQLite keeps a moment: text in UTC, `2026-11-22 18:30:00.123`, which sorts as time does. TypeORM writes the same. */
export const toText = (moment: Date): string => moment.toISOString().replace('T', ' ').replace('Z', '');

/** The moment in a raw row: MySQL's driver gives a `Date`, SQLite text. */
export function toDate(value: Date | string): Date {
  return value instanceof Date ? value : new Date(`${value.replace(' ', 'T')}Z`);
}
