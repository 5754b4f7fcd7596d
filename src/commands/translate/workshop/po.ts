import { type GetTextTranslation, type GetTextTranslations, po } from 'gettext-parser';
import type { Catalogue } from './catalogues';
import type { Mark } from './marks';
import { pluralHeader } from './plural-header';
import { blank, formsOf, type Text, variantsOf } from './text';

/**
 * A catalogue as gettext PO, for the tools of translators. `msgctxt` is the key, `msgid` the text of the reference; what is obsolete comes along as such.
 * Dates are left out, so that the same catalogue is the same file.
 */
export function toPo(
  locale: string,
  { texts, obsolete }: Catalogue,
  reference: Catalogue['texts'],
  marks: readonly Mark[],
): Buffer {
  const headers = {
    'Project-Id-Version': 'microblog',
    'PO-Revision-Date': '',
    'Last-Translator': '',
    'Language-Team': '',
    Language: locale.replaceAll('-', '_'),
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Transfer-Encoding': '8bit',
    'Plural-Forms': pluralHeader(locale),
  };
  const file: GetTextTranslations = { charset: 'utf-8', headers, translations: { '': { '': header(headers) } }, obsolete: {} };
  for (const [key, text] of texts) add(file.translations, entryOf(locale, key, text, reference.get(key) ?? text, marks));
  for (const [key, text] of obsolete) add((file.obsolete ??= {}), { ...entryOf(locale, key, text, text, []), obsolete: true });
  return po.compile(file, { foldLength: 0 });
}

/** What a file of a translator brings. */
export interface Brought {
  readonly texts: ReadonlyMap<string, Text>;
  /** What was left as it is, and why; a line each. */
  readonly refused: readonly string[];
}

/** @throws Error for what is no PO file, or one of another language */
export function fromPo(locale: string, file: Buffer, reference: Catalogue['texts']): Brought {
  const parsed = po.parse(file);
  const language = parsed.headers['Language'] ?? parsed.headers['language'];
  if (language && language.replaceAll('_', '-') !== locale)
    throw new Error(`It is a file of the language ${language}, not of ${locale}`);
  const texts = new Map<string, Text>();
  const refused: string[] = [];
  for (const [key, entries] of Object.entries(parsed.translations)) {
    if (key === '') continue;
    for (const entry of Object.values(entries)) {
      const problem = problemOf(locale, entry, reference.get(key));
      if (problem) refused.push(`${key}: ${problem}`);
      else texts.set(key, textOf(locale, entry));
    }
  }
  return { texts, refused };
}

function problemOf(
  locale: string,
  { msgid, msgid_plural: plural, msgstr, comments }: GetTextTranslation,
  original: Text | undefined,
) {
  if (original === undefined) return 'there is no such text';
  if (comments?.flag?.includes('fuzzy')) return 'marked as fuzzy';
  const [singular, many] = idsOf(original);
  if (msgid !== singular || plural !== many) return 'translated from another text than the one that there is now';
  if (msgstr.length !== (plural === undefined ? 1 : formsOf(locale).length)) return 'another number of plural forms';
  return undefined;
}

function entryOf(locale: string, key: string, text: Text, original: Text, marks: readonly Mark[]): GetTextTranslation {
  const [msgid, plural] = idsOf(original);
  const inShape = typeof text === typeof original ? text : blank(locale, plural !== undefined);
  const reference = [...new Set(marks.filter((mark) => mark.key === key).map(({ where }) => where))].join('\n');
  const msgstr = typeof inShape === 'string' ? [inShape] : formsOf(locale).map((form) => inShape[form] ?? '');
  return {
    msgctxt: key,
    msgid,
    ...(plural === undefined ? {} : { msgid_plural: plural }),
    msgstr,
    comments: reference ? { reference } : {},
  };
}

function idsOf(text: Text): [string, string | undefined] {
  if (typeof text === 'string') return [text, undefined];
  const [first = ''] = variantsOf(text);
  return [text.one ?? first, text.other ?? first];
}

function textOf(locale: string, { msgstr, msgid_plural: plural }: GetTextTranslation): Text {
  if (plural === undefined) return msgstr[0] ?? '';
  return Object.fromEntries(formsOf(locale).map((form, index) => [form, msgstr[index] ?? '']));
}

function add(record: GetTextTranslations['translations'], entry: GetTextTranslation): void {
  (record[entry.msgctxt ?? ''] ??= {})[entry.msgid] = entry;
}

const header = (headers: GetTextTranslations['headers']): GetTextTranslation => ({
  msgid: '',
  msgstr: [
    Object.entries(headers)
      .map(([name, value]) => `${name}: ${value}\n`)
      .join(''),
  ],
});
