import Negotiator from 'negotiator';

/** What a reader may have said about languages, the strongest first. */
export interface LocaleWishes {
  /** From the settings of the account. */
  readonly saved?: string | null;
  readonly cookie?: string;
  /** The header, weights and regions included (RFC 9110, 12.5.4). */
  readonly acceptLanguage?: string | undefined;
}

/** Picks the language of an answer: always one of `languages`, whose first is the fallback. */
export function chooseLocale({ saved, cookie, acceptLanguage }: LocaleWishes, languages: readonly string[]): string {
  const wished = [saved, cookie].find((wish) => wish && languages.includes(wish));
  if (wished) return wished;
  const [best] = new Negotiator({ headers: { 'accept-language': acceptLanguage ?? '*' } }).languages([...languages]);
  return best ?? languages[0] ?? 'en';
}

// Scripts by their ISO 15924 codes.
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg']);

type TextDirection = 'ltr' | 'rtl';

// As many as there are languages: every page asks for one.
const directions = new Map<string, TextDirection>();

/** `ltr` or `rtl`, for the `dir` attribute. */
export function directionOf(locale: string): TextDirection {
  let direction = directions.get(locale);
  if (!direction) {
    direction = RIGHT_TO_LEFT.has(new Intl.Locale(locale).maximize().script ?? '') ? 'rtl' : 'ltr';
    directions.set(locale, direction);
  }
  return direction;
}
