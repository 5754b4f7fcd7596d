import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Catalogues, REFERENCE } from '../../src/commands/translate/workshop/catalogues';
import { faultsOf } from '../../src/commands/translate/workshop/faults';
import { generatedFrom } from '../../src/commands/translate/workshop/generated';
import { marksIn } from '../../src/commands/translate/workshop/marks';
import { variantsOf } from '../../src/commands/translate/workshop/text';
import { projectRoot } from '../../src/common/project-root';
import { SHIPPED_LANGUAGES } from '../../src/config/languages';

/** Statuses of which there is a page. Their keys are made of the number. */
const STATUSES = [400, 401, 403, 404, 405, 406, 408, 409, 410, 413, 414, 415, 417, 422, 429, 431, 500, 501, 503];

const catalogues = new Catalogues(projectRoot());
const marks = marksIn(projectRoot());
const english = catalogues.read(REFERENCE).texts;

describe('the texts', () => {
  it('are whole and right in every language, and all in use', () => {
    expect(marks.length).toBeGreaterThan(500);
    expect(faultsOf(catalogues, marks)).toEqual([]);
  });

  it('are there for every status that we answer with', () => {
    const keys = STATUSES.flatMap((status) => [`errors.http.${status}.title`, `errors.http.${status}.message`]);
    expect(keys.filter((key) => !english.has(key))).toEqual([]);
  });

  it('have the types that "translate compile" writes', () => {
    for (const [path, text] of Object.entries(generatedFrom(english.keys(), marks))) {
      expect({ path, text: readFileSync(join(projectRoot(), path), 'utf8') }).toEqual({ path, text });
    }
  });

  it('come in the languages that we ship', () => {
    expect(catalogues.languages().sort()).toEqual([...SHIPPED_LANGUAGES].sort());
  });
});

/** Names, and words that have travelled. */
const ALIKE: Readonly<Record<string, readonly string[]>> = { de: ['moderation.title', 'site.nav.moderation'] };
const ALIKE_EVERYWHERE = ['site.name', 'timeline.tag.title'];

describe.each(SHIPPED_LANGUAGES.filter((locale) => locale !== REFERENCE))('the texts in %s', (locale) => {
  const { texts } = catalogues.read(locale);

  it('are translated: next to none says what the English one says', () => {
    const same = [...texts].filter(([key, text]) => {
      const original = variantsOf(english.get(key) ?? '');
      return variantsOf(text).some((variant) => original.includes(variant));
    });

    expect(same.map(([key]) => key).sort()).toEqual([...ALIKE_EVERYWHERE, ...(ALIKE[locale] ?? [])].sort());
  });
});
