import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mark } from './marks';

/** As the formatter sets it. */
const LINE = 130;

/** What is written from the catalogues, by its path in the project. */
export const generatedFrom = (keys: Iterable<string>, marks: readonly Mark[]): Readonly<Record<string, string>> => ({
  'src/common/text-key.ts': `// Written by "microblog translate compile".

/** Keys of the texts in \`i18n/\`. */
export type TextKey =
${[...keys].map((key) => `  | '${key}'`).join('\n')};
`,
  'src/i18n/browser-texts.ts': `// Written by "microblog translate compile".
import type { TextKey } from '../common/text-key';

/** The texts that the scripts of the browser ask for. */
${browserTexts(marks)}
`,
});

function browserTexts(marks: readonly Mark[]): string {
  const keys = [...new Set(marks.filter(({ from }) => from === 'browser').map(({ key }) => `'${key}'`))].sort();
  const declaration = 'export const BROWSER_TEXTS: readonly TextKey[] =';
  const line = `${declaration} [${keys.join(', ')}];`;
  return line.length <= LINE ? line : `${declaration} [\n${keys.map((key) => `  ${key},`).join('\n')}\n];`;
}

/** Writes what has changed. @returns the paths */
export function writeChanged(root: string, files: Readonly<Record<string, string>>): string[] {
  const changed = Object.entries(files).filter(([path, text]) => readOr(join(root, path)) !== text);
  for (const [path, text] of changed) writeFileSync(join(root, path), text);
  return changed.map(([path]) => path);
}

function readOr(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
