import type { TranslationConfig } from '../../config/translation.config';
import { TranslationOff } from '../translation.errors';

/** Below the address of the service, which may have a path of its own. */
export function addressOf({ url }: TranslationConfig, path: string): URL {
  if (!url) throw new TranslationOff();
  return new URL(path, url.pathname.endsWith('/') ? url : new URL(`${url.href}/`));
}

/** What an answer should have said. @throws Error for anything but a text */
export function oneText(text: unknown): string {
  if (typeof text !== 'string') throw new Error('It answered without a text');
  return text;
}
