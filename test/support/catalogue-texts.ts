import { Catalogues, REFERENCE } from '../../src/commands/translate/workshop/catalogues';
import { variantsOf } from '../../src/commands/translate/workshop/text';
import { projectRoot } from '../../src/common/project-root';

const catalogues = new Catalogues(projectRoot());
const english = catalogues.read(REFERENCE).texts;

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A text with anything in its places. */
const asPattern = (text: string): RegExp => new RegExp(`^${escaped(text).replaceAll(/\\\{\w+\\\}/g, '.+')}$`);

/** Names are alike in all languages, and `{browser} on {system}` is much of what people write. */
const isTelling = (text: string): boolean =>
  /^[A-Z][a-z]/.test(text) || (text.replaceAll(/\{\w+\}/g, '').match(/[a-z]/gi) ?? []).length > 4;

/** Tells what a reader of a language should not see: a key, or a text that stands in English though there is one in their language. */
export function strangeTexts(locale: string): (text: string) => boolean {
  const own = catalogues.read(locale).texts;
  const fixed = new Set<string>();
  const patterns: RegExp[] = [];
  const allowed = new Set([...own.values()].flatMap(variantsOf));
  for (const variant of [...english.values()].flatMap(variantsOf)) {
    if (allowed.has(variant) || !isTelling(variant)) continue;
    if (variant.includes('{')) patterns.push(asPattern(variant));
    else fixed.add(variant);
  }
  return (text) => english.has(text) || fixed.has(text) || patterns.some((pattern) => pattern.test(text));
}
