import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../common/project-root';
import { CommandFailed, WrongUse } from '../command.errors';
import type * as Tools from './workshop/index.js';

/** Where translations are made: the sources, and what reads them. */
export type Workshop = typeof Tools;

/** @throws CommandFailed where there are no sources, as in an image, or not the packages for development */
export async function openWorkshop(): Promise<Workshop & { readonly root: string }> {
  const root = projectRoot();
  if (!existsSync(join(root, 'src')))
    throw new CommandFailed('There are no sources here to read: translate in a clone of the repository.');
  try {
    return { ...(await import('./workshop/index.js')), root };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    throw new CommandFailed('This needs the packages for development: run "npm ci".', { cause: error });
  }
}

/** @returns in BCP 47's spelling @throws WrongUse for what is no language */
export function languageTag(text: string): string {
  try {
    const [tag = ''] = Intl.getCanonicalLocales(text);
    return tag;
  } catch (error) {
    throw new WrongUse(`"${text}" is no language tag, such as it or pt-BR.`, { cause: error });
  }
}
