import { filesIn, textOf } from './files';

/** One text, or its plural forms by CLDR's names for them. */
export type Text = string | Readonly<Record<string, string>>;

interface Node {
  readonly [name: string]: string | Node;
}

const FORMS: ReadonlySet<string> = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);

/** The texts of a language by their keys: `posts.flash.published`. */
export function textsIn(locale: string): ReadonlyMap<string, Text> {
  const texts = new Map<string, Text>();
  for (const file of filesIn(`i18n/${locale}`, '.json')) {
    collect(JSON.parse(textOf('i18n', locale, file)) as Node, file.slice(0, -'.json'.length), texts);
  }
  return texts;
}

function collect(node: Node, prefix: string, texts: Map<string, Text>): void {
  for (const [name, value] of Object.entries(node)) {
    const key = `${prefix}.${name}`;
    if (typeof value === 'string' || isPlural(value)) texts.set(key, value);
    else collect(value, key, texts);
  }
}

const isPlural = (node: Node): node is Readonly<Record<string, string>> => Object.keys(node).every((name) => FORMS.has(name));

/** The forms of a plural, or the one text. */
export const variantsOf = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text));

/** The names of the values that a text has a place for. */
export const placeholdersOf = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].sort();
