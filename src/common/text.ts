/** Facts about text as people count and see it. */

/** Length in code points: an emoji that JavaScript counts as two is one here, as in the database and in the browser's counter. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

// White space, control and format characters, what Unicode says to draw as nothing (fillers, variation selectors), and blank Braille.
const INVISIBLE = /^[\p{White_Space}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** True for text in which there is nothing to see: empty, spaces, zero-width characters. */
export function isBlank(text: string): boolean {
  return INVISIBLE.test(text);
}

// eslint-disable-next-line no-control-regex -- because control characters are what this looks for (tab and line feed are fine)
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/;

/** True when text can be stored and shown: no NUL or other control character, no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !FORBIDDEN.test(text);
}

/** What somebody asked for, fit to be repeated in a sentence of ours: `max` code points at most, and no invisible characters. */
export function quotable(text: string, max: number): string {
  const visible = Array.from(text.toWellFormed().replaceAll(/[\p{Cc}\p{Cf}]/gu, '\uFFFD'));
  return visible.length > max ? `${visible.slice(0, max).join('')}…` : visible.join('');
}

/** One spelling of line ends (a form sends CR LF, and would count a new line twice) and no blank edges. */
export function tidy(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}
