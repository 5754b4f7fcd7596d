import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that holds `views`, `i18n` and `public`, for the compiled program (`dist/src`) and for tests that run the sources alike. */
export function projectRoot(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('The project folder, which holds package.json, was not found');
    folder = parent;
  }
  return folder;
}
