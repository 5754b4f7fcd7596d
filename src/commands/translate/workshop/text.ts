/** CLDR's names for plural forms, in CLDR's order. */
export const PLURAL_FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;
export type PluralForm = (typeof PLURAL_FORMS)[number];

/** One text, or its plural forms. '' is not translated yet. */
export type Text = string | Readonly<Partial<Record<PluralForm, string>>>;

/** The forms that a language has, in CLDR's order. */
export function formsOf(locale: string): PluralForm[] {
  const forms: readonly string[] = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  return PLURAL_FORMS.filter((form) => forms.includes(form));
}

/** More than enough for every rule of CLDR to come round again. */
const SAMPLE = [...Array(1_001).keys()];

/** Whether a form stands for one number alone: "one" does in English; in French it is 0, too, and in Russian 21. */
export function isOneNumber(locale: string, form: string): boolean {
  const rules = new Intl.PluralRules(locale);
  return SAMPLE.filter((n) => rules.select(n) === form).length === 1;
}

export const isPlural = (value: object): value is Exclude<Text, string> =>
  Object.keys(value).length > 0 && Object.keys(value).every((name) => PLURAL_FORMS.some((form) => form === name));

/** A text that is still to be written, as a language has it. */
export const blank = (locale: string, counts: boolean): Text =>
  counts ? Object.fromEntries(formsOf(locale).map((form) => [form, ''])) : '';

/** The forms of a plural, or the one text. */
export const variantsOf = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text));

export const isBlank = (text: Text): boolean => variantsOf(text).every((variant) => variant === '');

/** The names of the values that a text has a place for, each once, in order. */
export const placeholdersOf = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].sort();
