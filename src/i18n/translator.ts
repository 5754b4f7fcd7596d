import { Injectable } from '@nestjs/common';
import { I18nService } from 'nestjs-i18n';
import type { Message } from '../common/message';
import { AppConfig } from '../config/app.config';

type Args = Message['args'];

// nestjs-i18n expands `$t(key)` also where it stands in a value that somebody typed. This takes the dollar's place meanwhile.
const DOLLAR = '\u{F0000}';

/** Turns keys into text in a given language. */
@Injectable()
export class Translator {
  private readonly fixed = new Map<string, string>();

  constructor(
    private readonly i18n: I18nService,
    private readonly app: AppConfig,
  ) {}

  /**
   * The text of a key; `count` among the arguments picks the plural form.
   *
   * @throws Error outside production for a key that the catalogues lack; in production the key itself is shown
   */
  t(locale: string, key: string, args?: Args): string {
    return args === undefined ? this.fixedText(locale, key) : this.lookUp(locale, key, neutralise(args)).replaceAll(DOLLAR, '$');
  }

  message(locale: string, { key, args }: Message): string {
    return this.t(locale, key, args);
  }

  /** Most texts of a page have no arguments: they are looked up once. */
  private fixedText(locale: string, key: string): string {
    const id = `${locale} ${key}`;
    const known = this.fixed.get(id);
    if (known !== undefined) return known;
    const text = this.lookUp(locale, key);
    if (this.app.mode !== 'development') this.fixed.set(id, text);
    return text;
  }

  private lookUp(locale: string, key: string, args?: Args): string {
    const text: unknown = this.i18n.translate(key, { lang: locale, args });
    if (typeof text === 'string' && text !== key) return text;
    if (this.app.isProduction) return key;
    throw new Error(`The catalogue ${locale} has no text for ${key}`);
  }
}

function neutralise(args: NonNullable<Args>): NonNullable<Args> {
  if (!Object.values(args).some((value) => typeof value === 'string' && value.includes('$'))) return args;
  // Every dollar: one value may end in it, and the next begin with `t(`.
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, typeof value === 'string' ? value.replaceAll('$', DOLLAR) : value]),
  );
}
