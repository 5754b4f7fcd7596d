import { Injectable } from '@nestjs/common';
import { I18nService } from 'nestjs-i18n';
import type { Message } from '../common/message';
import type { TextKey } from '../common/text-key';
import { AppConfig } from '../config/app.config';
import { PSEUDO_LANGUAGE } from '../config/languages';
import { SiteConfig } from '../config/site.config';
import { pseudoText } from './pseudo-text';

type Args = Message['args'];

/** Plural forms by CLDR's names for them. */
type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** A text as it stands in its catalogue, with places such as `{username}`. */
export type CatalogueText = string | PluralForms;

/** Counts and writes numbers as a language does. */
interface Numbers {
  readonly rules: Intl.PluralRules;
  readonly format: Intl.NumberFormat;
}

/**
 * Turns keys into text in a given language. nestjs-i18n keeps the catalogues; the places of a text are filled here, so that a number is written as the
 * language writes it, and what somebody typed is never read as a reference (`$t(key)`) to another text.
 */
@Injectable()
export class Translator {
  private readonly fixed = new Map<string, string>();
  private readonly numbers = new Map<string, Numbers>();

  constructor(
    private readonly i18n: I18nService,
    private readonly app: AppConfig,
    private readonly site: SiteConfig,
  ) {}

  /**
   * The text of a key; `count` among the arguments picks the plural form. A language that is not finished speaks the site's first one meanwhile.
   *
   * @throws Error outside production for a key that the catalogues lack; in production the key itself is shown
   */
  t(locale: string, key: TextKey, args?: Args): string {
    return args === undefined ? this.fixedText(locale, key) : this.filled(locale, this.lookUp(locale, key, args), args);
  }

  message(locale: string, { key, args }: Message): string {
    return this.t(locale, key, args);
  }

  /** Not filled in: for a script that does it in the browser. @throws as `t` */
  raw(locale: string, key: TextKey): CatalogueText {
    return this.inCatalogue(locale, key) ?? this.missing(locale, key);
  }

  /** Most texts of a page have no arguments: they are looked up once. */
  private fixedText(locale: string, key: TextKey): string {
    const id = `${locale} ${key}`;
    const known = this.fixed.get(id);
    if (known !== undefined) return known;
    const text = this.lookUp(locale, key);
    if (this.app.mode !== 'development') this.fixed.set(id, text);
    return text;
  }

  private lookUp(locale: string, key: TextKey, args?: Args): string {
    const text = this.inCatalogue(locale, key);
    const count = args?.['count'];
    if (typeof text === 'object' && typeof count === 'number') {
      return text[this.numbersOf(locale).rules.select(count)] ?? text.other ?? this.missing(locale, key);
    }
    return typeof text === 'string' ? text : this.missing(locale, key);
  }

  private inCatalogue(locale: string, key: TextKey): CatalogueText | undefined {
    return this.own(locale, key) ?? this.own(this.site.defaultLanguage, key);
  }

  private own(locale: string, key: TextKey): CatalogueText | undefined {
    if (locale === PSEUDO_LANGUAGE) return pseudo(this.own('en', key));
    let node: unknown = this.i18n.getTranslations()[locale];
    for (const name of key.split('.')) {
      if (typeof node !== 'object' || node === null || !Object.hasOwn(node, name)) return undefined;
      node = (node as Record<string, unknown>)[name];
    }
    return isWritten(node) ? node : undefined;
  }

  private missing(locale: string, key: TextKey): string {
    if (this.app.isProduction) return key;
    throw new Error(`The catalogue ${locale} has no text for ${key}`);
  }

  private filled(locale: string, text: string, args: NonNullable<Args>): string {
    return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
      const value = Object.hasOwn(args, name) ? args[name] : undefined;
      return typeof value === 'number' ? this.numbersOf(locale).format.format(value) : (value ?? place);
    });
  }

  private numbersOf(locale: string): Numbers {
    let numbers = this.numbers.get(locale);
    if (!numbers)
      this.numbers.set(locale, (numbers = { rules: new Intl.PluralRules(locale), format: new Intl.NumberFormat(locale) }));
    return numbers;
  }
}

/** Not so is a text that is still to be translated, wholly or in some of its forms. */
function isWritten(node: unknown): node is CatalogueText {
  if (typeof node === 'string') return node !== '';
  return typeof node === 'object' && node !== null && 'other' in node && Object.values(node).every((form) => form !== '');
}

function pseudo(text: CatalogueText | undefined): CatalogueText | undefined {
  if (typeof text !== 'object') return text === undefined ? undefined : pseudoText(text);
  return Object.fromEntries(Object.entries(text).map(([form, variant]) => [form, pseudoText(variant)]));
}
