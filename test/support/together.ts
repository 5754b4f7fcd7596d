import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Runs many files of tests as one. Jest loads the whole program anew for each file, which takes several seconds and most of the time of most files;
 * together they load it once. Each keeps its hooks, and a program and a database of its own.
 *
 * @param entry path of a file such as `test/together/e2e-1.spec.ts`: those of `test/e2e` are dealt out to all that are called `e2e-…`, like cards, so that
 * a new one needs no place chosen for it
 */
export function together(entry: string): void {
  const [folder = ''] = basename(entry).split('-');
  const entries = readdirSync(dirname(entry)).filter((name) => name.startsWith(`${folder}-`));
  const part = entries.sort().indexOf(basename(entry));
  const root = join(dirname(entry), '..', folder);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.spec.ts'));
  for (const file of files.sort().filter((_, index) => index % entries.length === part)) {
    describe(`${folder}/${file}`, () => {
      // As jest loads a file that it found itself.
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would not be within the describe
      require(join(root, file));
    });
  }
}
