import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** A file as it is read: its path from the project's folder, with slashes, and its text. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** The files below a folder of a project, such as `views`, whose names end so; none where the folder is missing. */
export function sourcesIn(root: string, folder: string, ending: string): Source[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => `${folder}/${file.split(sep).join('/')}`)
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}
