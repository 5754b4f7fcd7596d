import { type Catalogues, REFERENCE } from './catalogues';
import { asker, isPattern, type Mark } from './marks';
import { formsOf, isBlank, isOneNumber, placeholdersOf, type Text, variantsOf } from './text';

/** What is wrong with the catalogues, a line each; none when a reader of any language will see a whole text everywhere. */
export function faultsOf(catalogues: Catalogues, marks: readonly Mark[]): string[] {
  const reference = catalogues.read(REFERENCE).texts;
  return [
    ...ofReference(reference, marks),
    ...catalogues.languages().flatMap((locale) => ofLanguage(locale, catalogues.read(locale).texts, reference)),
  ];
}

function ofReference(reference: ReadonlyMap<string, Text>, marks: readonly Mark[]): string[] {
  const isAsked = asker(marks);
  const missing = marks.filter((mark) => !isPattern(mark) && !reference.has(mark.key));
  const wrong = marks.filter((mark) => {
    const text = reference.get(mark.key);
    return mark.from === 'template' && text !== undefined && placesOf(text).join() !== [...mark.args].sort().join();
  });
  return [
    ...missing.map(({ key, where }) => `${where}: ${key} is in no catalogue: run "translate update"`),
    ...wrong.map(
      ({ key, where, args }) => `${where}: ${key} is given (${args.join(', ')}) and its text has places for other values`,
    ),
    ...[...reference.keys()]
      .filter((key) => !isAsked(key))
      .map((key) => `${REFERENCE}: nothing asks for ${key}: run "translate update"`),
  ];
}

const placesOf = (text: Text): string[] => [...new Set(variantsOf(text).flatMap(placeholdersOf))].sort();

function ofLanguage(locale: string, texts: ReadonlyMap<string, Text>, reference: ReadonlyMap<string, Text>): string[] {
  const missing = [...reference.keys()].filter((key) => !texts.has(key)).map((key) => `${key} is missing`);
  const unknown = [...texts.keys()].filter((key) => !reference.has(key)).map((key) => `${key} is unknown`);
  const wrong = [...texts].flatMap(([key, text]) => {
    const original = reference.get(key);
    return original === undefined ? [] : ofText(locale, text, original).map((fault) => `${key} ${fault}`);
  });
  return [...missing, ...unknown, ...wrong].map((fault) => `${locale}: ${fault}`);
}

function ofText(locale: string, text: Text, original: Text): string[] {
  if (typeof text !== typeof original) return [typeof text === 'string' ? 'does not count' : 'counts, and the original does not'];
  if (isBlank(text)) return ['is not translated yet'];
  const variants = variantsOf(text);
  return [
    ...ofForms(locale, text),
    ...(hasOtherPlaces(locale, text, original) ? ['has places for other values'] : []),
    ...(variants.some((variant) => variant.trim() !== variant || variant === '') ? ['is empty, or has blanks at an end'] : []),
    ...(variants.some((variant) => /[{}]/.test(variant.replaceAll(/\{\w+\}/g, ''))) ? ['has a brace that is no place'] : []),
    ...(variants.some((variant) => /<\/?[a-z!]|&#?\w+;/i.test(variant)) ? ['has markup, which would be shown as it stands'] : []),
    ...(variants.some((variant) => variant.includes('$t(')) ? ['refers to another text'] : []),
  ];
}

/** Every form has the places of the original; but "two days" says how many, so a form that is one number may do without the digit. */
function hasOtherPlaces(locale: string, text: Text, original: Text): boolean {
  const wanted = placeholdersOf(typeof original === 'string' ? original : (original.other ?? ''));
  const uncounted = wanted.filter((name) => name !== 'count').join();
  return Object.entries(typeof text === 'string' ? { text } : text).some(([form, variant]) => {
    const places = placeholdersOf(variant).join();
    return places !== wanted.join() && !(places === uncounted && isOneNumber(locale, form));
  });
}

function ofForms(locale: string, text: Text): string[] {
  if (typeof text === 'string') return [];
  const forms = formsOf(locale);
  return [
    ...forms.filter((form) => !Object.hasOwn(text, form)).map((form) => `lacks the plural form "${form}"`),
    ...Object.keys(text)
      .filter((form) => !forms.some((own) => own === form))
      .map((form) => `has the plural form "${form}", which the language has not`),
  ];
}
