import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { projectRoot } from '../../src/common/project-root';

/** Paths of the files below a folder of the project, such as `posts/show.hbs`, by the end of their names. */
export const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(join(projectRoot(), folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => file.split(sep).join('/'))
    .sort();

export const textOf = (...path: string[]): string => readFileSync(join(projectRoot(), ...path), 'utf8');

export interface SourceClass {
  readonly type: new (...args: never[]) => object;
  /** The file. */
  readonly where: string;
}

/** The classes of the sources whose names end so. */
export async function classesIn(ending: string): Promise<SourceClass[]> {
  const classes: SourceClass[] = [];
  for (const file of filesIn('src', ending)) {
    const exported = Object.values((await import(join(projectRoot(), 'src', file))) as object) as unknown[];
    classes.push(...exported.filter(isClass).map((type) => ({ type, where: `src/${file}` })));
  }
  return classes;
}

const isClass = (value: unknown): value is SourceClass['type'] => typeof value === 'function' && value.prototype !== undefined;

/** A name as it is written somewhere. */
export interface Use {
  readonly name: string;
  /** The file. */
  readonly where: string;
}

/** The uses of names that do not exist, as lines to be read: none is as it should be. */
export const unknown = (uses: readonly Use[], known: { has(name: string): boolean }): string[] =>
  uses.filter(({ name }) => !known.has(name)).map(({ name, where }) => `${where}: ${name}`);

/** The names that nobody uses. */
export function unused(known: Iterable<string>, uses: readonly Use[]): string[] {
  const used = new Set(uses.map(({ name }) => name));
  return [...known].filter((name) => !used.has(name));
}
