import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../common/project-root';

/** Complete, and offered unless the operator says otherwise. */
export const SHIPPED_LANGUAGES = ['en', 'es', 'de', 'fr', 'pt', 'ja', 'ar'] as const;

/** English with accents, brackets and 40 % more of it, for developers: what stays plain was forgotten, and what breaks is too narrow. */
export const PSEUDO_LANGUAGE = 'en-XA';

/** Languages that have a catalogue, be it complete or not, and the pseudo-language. BCP 47. */
export function knownLanguages(): string[] {
  const folders = readdirSync(join(projectRoot(), 'i18n'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [...new Set([...SHIPPED_LANGUAGES, ...folders.map(({ name }) => name).sort(), PSEUDO_LANGUAGE])];
}
