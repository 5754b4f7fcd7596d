import { segmentsOf } from './post-text';

/** Letters without which nobody can tell; a script that leaves no blanks says more with each. */
const LEAST_LETTERS = 10;
const LEAST_WORDS = 3;
const LEAST_SIGNS = 4;
const WITHOUT_BLANKS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;
/** The best guess must beat the second by this factor. `language.spec.ts` has the figures. */
const LEAD = 1.3;

/** What a text is written in, as ISO 639-1; '' when that is not sure. Nobody is asked: the knowledge comes with the package. */
export async function languageOf(body: string): Promise<string> {
  const words = segmentsOf(body)
    .filter(({ url, username, tag }) => url === undefined && username === undefined && tag === undefined)
    .map(({ text }) => text)
    .join(' ');
  if (!saysEnough(words)) return '';
  // Who only reads does without its 40 MB.
  const { detectAll } = await import('tinyld');
  const [best, second] = detectAll(words);
  if (best === undefined || best.accuracy < (second?.accuracy ?? 0) * LEAD) return '';
  return best.lang;
}

function saysEnough(text: string): boolean {
  if ((text.match(WITHOUT_BLANKS) ?? []).length >= LEAST_SIGNS) return true;
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.length >= LEAST_WORDS && words.join('').length >= LEAST_LETTERS;
}
