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

/** What a page says of its language. */
export interface LocaleFacts {
  /** BCP 47, as it was asked for. */
  readonly code: string;
  /** For the `dir` attribute. */
  readonly dir: 'ltr' | 'rtl';
  /** What those who speak it call it: `Español`. */
  readonly name: string;
  /** With the territory where most who read it live, as OpenGraph writes it: `es_ES`. */
  readonly territorial: string;
}

// As many as there are languages: every page asks for one.
const known = new Map<string, LocaleFacts>();

export function localeFacts(code: string): LocaleFacts {
  let facts = known.get(code);
  if (!facts) {
    const { language, script = '', region = '' } = new Intl.Locale(code).maximize();
    facts = {
      code,
      name: nativeName(code),
      dir: RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr',
      territorial: `${language}_${region}`,
    };
    known.set(code, facts);
  }
  return facts;
}

function nativeName(code: string): string {
  const name = new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}
