import { type Catalogue, type Catalogues, REFERENCE } from './catalogues';
import { asker, isPattern, type Mark } from './marks';
import { blank, formsOf, isBlank, type Text } from './text';

/** What became of the texts of one language. Keys. */
export interface Updated {
  readonly locale: string;
  readonly added: readonly string[];
  /** Came back from among the obsolete. */
  readonly restored: readonly string[];
  readonly obsolete: readonly string[];
}

/** Brings every catalogue in line with what the program asks for. No text is ever lost. */
export function updateAll(catalogues: Catalogues, marks: readonly Mark[]): Updated[] {
  const reference = catalogues.read(REFERENCE);
  const wanted = wantedKeys(reference, marks);
  return catalogues.languages().map((locale) => {
    const catalogue = locale === REFERENCE ? reference : catalogues.read(locale);
    const { next, updated } = update(locale, catalogue, wanted);
    catalogues.write(locale, next);
    return { locale, ...updated };
  });
}

/** A catalogue for a language that has none: every text is still to be written. */
export function initiate(catalogues: Catalogues, locale: string): number {
  const reference = catalogues.read(REFERENCE);
  const texts = [...reference.texts].map(([key, text]): [string, Text] => [key, blank(locale, typeof text !== 'string')]);
  catalogues.write(locale, { texts: new Map(texts), obsolete: new Map() });
  return texts.length;
}

/** Keys in the order of the reference, the new ones behind those that they belong to; and whether they count. */
function wantedKeys({ texts, obsolete }: Catalogue, marks: readonly Mark[]): Map<string, boolean> {
  const isAsked = asker(marks);
  const wanted = new Map([...texts].filter(([key]) => isAsked(key)).map(([key, text]) => [key, typeof text !== 'string']));
  for (const { key, args } of marks.filter((mark) => !isPattern(mark))) {
    const old = texts.get(key) ?? obsolete.get(key);
    if (!wanted.has(key)) wanted.set(key, old === undefined ? args.includes('count') : typeof old !== 'string');
  }
  return wanted;
}

function update(locale: string, { texts, obsolete }: Catalogue, wanted: ReadonlyMap<string, boolean>) {
  const next: Catalogue = { texts: new Map(), obsolete: new Map(obsolete) };
  const updated = { added: [] as string[], restored: [] as string[], obsolete: [] as string[] };
  for (const [key, counts] of wanted) {
    const known = texts.get(key);
    const old = obsolete.get(key);
    if (known === undefined) updated[old === undefined ? 'added' : 'restored'].push(key);
    next.obsolete.delete(key);
    next.texts.set(key, inShape(locale, known ?? old ?? '', counts));
  }
  for (const [key, text] of texts) {
    if (wanted.has(key)) continue;
    updated.obsolete.push(key);
    if (!isBlank(text)) next.obsolete.set(key, text);
  }
  return { next, updated };
}

/** A text that became a plural, or the other way round, keeps what it said. */
function inShape(locale: string, text: Text, counts: boolean): Text {
  if (counts && typeof text === 'string') return Object.fromEntries(formsOf(locale).map((form) => [form, text]));
  if (!counts && typeof text !== 'string') return text.other ?? '';
  return text;
}
