import { counted } from '../table';
import type { Manifest } from './manifest';

/** What is in a backup, for programs. */
export function factsOf({ program, createdAt, migrations, secret, tables, files }: Manifest) {
  return {
    program,
    createdAt,
    migration: migrations.at(-1) ?? null,
    hasSecret: secret.isGenerated,
    rows: Object.fromEntries(tables.map(({ name, rows }) => [name, rows])),
    files: files.length,
  };
}

/** The same in a line, such as `12 people, 340 posts, 2,113 rows in 27 tables, 1 file`. */
export function amountsOf({ tables, files }: Manifest): string {
  const rowsOf = (name: string): number => tables.find((table) => table.name === name)?.rows ?? 0;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return [
    counted(rowsOf('user'), 'person', 'people'),
    counted(rowsOf('post'), 'post'),
    `${counted(rows, 'row')} in ${counted(tables.length, 'table')}`,
    counted(files.length, 'file'),
  ].join(', ');
}

/** What an operator must know of the secret of the site. */
export const secretText = ({ secret }: Manifest): string =>
  secret.isGenerated
    ? 'The secret of the site is in it, as are all password hashes and messages: keep it where nobody else can read it.'
    : 'SECRET_KEY is not in it. Keep your SECRET_KEY with it: without, nobody who signs in with a second step can.';

/** Seconds since a moment of `performance.now()`. */
export const secondsSince = (started: number): number => Math.round(performance.now() - started) / 1000;
