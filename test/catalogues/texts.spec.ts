import { fieldsOf } from '../../src/common/fields';
import { SHIPPED_LANGUAGES } from '../../src/config/site.config';
import { errorCodes, namesGivenTo, namesIn } from './code';
import { classesIn, unknown, unused, type Use } from './files';
import { callsInTemplates } from './templates';
import { placeholdersOf, textsIn, variantsOf } from './texts';

const [reference, ...translations] = SHIPPED_LANGUAGES;
const english = textsIn(reference);

/** Statuses of which there is a page. Their keys are made of the number. */
const STATUSES = [400, 401, 403, 404, 405, 406, 408, 409, 410, 413, 414, 415, 417, 422, 429, 431, 500, 501, 503];
const OF_STATUSES = STATUSES.flatMap((status) => [`errors.http.${status}.title`, `errors.http.${status}.message`]);

const calls = callsInTemplates().filter(({ helper }) => helper === 't');

const inCode = (): Use[] => [
  ...namesGivenTo({ t: 1, packMessage: 0, success: 0, notice: 0, warning: 0 }),
  ...namesIn('key').filter(({ name }) => name.includes('.')),
  ...namesIn('problem'),
  ...errorCodes().map(({ name, where }) => ({ name: `errors.${name}`, where })),
];

/** Labels, hints and choices of every form. */
const inForms = async (): Promise<Use[]> =>
  (await classesIn('.dto.ts')).flatMap(({ type, where }) =>
    fieldsOf(type)
      .flatMap(({ label, hint = '', choices = [] }) => [
        label,
        hint,
        ...choices.map((choice) => ('label' in choice ? choice.label : '')),
      ])
      .filter((name) => name !== '')
      .map((name) => ({ name, where })),
  );

describe('the texts', () => {
  let uses: Use[];

  beforeAll(async () => {
    const ofStatuses = OF_STATUSES.map((name) => ({ name, where: 'src/http/error.filter.ts' }));
    uses = [...calls, ...inCode(), ...(await inForms()), ...ofStatuses];
  });

  it('are there for every key that a template, a form, an error or a message names', () => {
    expect(uses.length).toBeGreaterThan(200);
    expect(unknown(uses, english)).toEqual([]);
  });

  it('are all in use', () => {
    expect(unused(english.keys(), uses)).toEqual([]);
  });

  it('are given by the templates what they have a place for, and nothing else', () => {
    const placesOf = (name: string): string[] => [...new Set(variantsOf(english.get(name) ?? '').flatMap(placeholdersOf))].sort();
    const wrong = calls.filter(({ name, args }) => args.join() !== placesOf(name).join());

    expect(wrong.map(({ where, name, args }) => `${where}: ${name} (${args.join()})`)).toEqual([]);
  });
});

describe.each(translations)('the texts in %s', (locale) => {
  const translated = textsIn(locale);

  it('are there for the same keys', () => {
    expect([...translated.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('have places for the same values, in every form', () => {
    const wrong = [...english].filter(([key, text]) => {
      const places = variantsOf(text).map((variant) => placeholdersOf(variant).join());
      return variantsOf(translated.get(key) ?? '').some((variant) => !places.includes(placeholdersOf(variant).join()));
    });

    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it('count where the others count', () => {
    const plurals = (texts: typeof english): string[] =>
      [...texts].filter(([, text]) => typeof text !== 'string').map(([key]) => key);

    expect(plurals(translated).sort()).toEqual(plurals(english).sort());
  });
});

describe.each(SHIPPED_LANGUAGES)('each text in %s', (locale) => {
  const texts = [...textsIn(locale)];

  it('has the plural forms that the language has, no less and no more', () => {
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.sort();

    for (const [key, text] of texts) {
      if (typeof text !== 'string') expect({ key, forms: Object.keys(text).sort() }).toEqual({ key, forms });
    }
  });

  it('is something to read: not empty, trimmed, no brace that is no place, no reference to another text', () => {
    const wrong = texts.filter(([, text]) =>
      variantsOf(text).some((variant) => !/^(?!\s)(?:[^{}]|\{\w+\})+(?<!\s)$/.test(variant) || variant.includes('$t(')),
    );

    expect(wrong.map(([key]) => key)).toEqual([]);
  });
});
