import { existsSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import type { Config } from '../../config/config';

/** The folder itself, or the nearest one above it that is there. */
export function nearestFolder(folder: string): string {
  let nearest = folder;
  while (!existsSync(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest);
  return nearest;
}

/** The SQLite file, where it lies outside of the data folder. */
export function fileElsewhere({ database, app }: Config): string | undefined {
  if (database.kind !== 'sqlite' || database.file === ':memory:') return undefined;
  return relative(app.dataDir, database.file).startsWith('..') ? database.file : undefined;
}

/** As a shell wants it. */
export const quoted = (path: string): string => (/^[\w./@-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`);
