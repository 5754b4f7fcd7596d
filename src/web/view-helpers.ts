import Handlebars, { type HelperDelegate, type HelperOptions } from 'handlebars';
import type { Message } from '../common/message';
import { RecentCache } from '../common/recent-cache';
import type { TextKey } from '../common/text-key';
import { BROWSER_TEXTS } from '../i18n/browser-texts';
import type { Translator } from '../i18n/translator';
import type { UrlArgs, UrlFor, UrlOptions } from '../routing/url-for';
import type { Assets } from './assets';
import { languageChoices } from './language-choices';
import { formatMoment, type MomentFormat } from './moments';
import type { Pieces } from './pieces';

// Most have a kilobyte or two. What somebody typed may be in a name: nobody shall fill the memory with it.
const FRAGMENTS = 10_000;
const LARGEST_FRAGMENT = 8 * 1024;
const LONGEST_NAME = 500;

interface Root {
  readonly locale: { readonly code: string };
  readonly now: Date;
  /** Absent where it is not known. */
  readonly timeZone?: string | null;
}

/** What a template passes on to its parts. */
interface Frame {
  readonly root: Root;
  /** Absent from what is rendered as text. */
  readonly pieces?: Pieces;
}

/** What a template may give for one: a string is ISO 8601. */
type Moment = Date | string;

const toDate = (moment: Moment): Date => (typeof moment === 'string' ? new Date(moment) : moment);

const frameOf = (options: HelperOptions): Frame => options.data as Frame;
const rootOf = (options: HelperOptions): Root => frameOf(options).root;
const hashOf = <T>(options: HelperOptions): T | undefined => {
  const hash = options.hash as T & object;
  return Object.keys(hash).length === 0 ? undefined : hash;
};

/** What the helpers work with. */
export interface ViewTools {
  readonly translator: Translator;
  readonly urls: UrlFor;
  readonly assets: Assets;
  /** False draws everything anew, for development. */
  readonly cache: boolean;
}

/** The helpers of the templates: translate, link, show moments and numbers. What they return is escaped like any other text. */
export function viewHelpers({ translator, urls, assets, cache }: ViewTools): Record<string, HelperDelegate> {
  const numbers = new Map<string, Intl.NumberFormat>();
  const fragments = new RecentCache<Buffer>(FRAGMENTS);

  return {
    /** `{{t "follow.flash.followed" username=name}}`; `count=` picks the plural. */
    t: (key: TextKey, options: HelperOptions) => translator.t(rootOf(options).locale.code, key, hashOf<Message['args']>(options)),

    /** `{{browserTexts}}`: the texts that scripts ask for, as JSON. */
    browserTexts: (options: HelperOptions) => {
      const { code } = rootOf(options).locale;
      return JSON.stringify(Object.fromEntries(BROWSER_TEXTS.map((key) => [key, translator.raw(code, key)])));
    },

    /** `{{say problem}}`: a text that was not written yet. */
    say: (message: Message, options: HelperOptions) => translator.message(rootOf(options).locale.code, message),

    /** `{{urlFor "profiles.show" username=name}}`; `absolute=true` for one with scheme and host. */
    urlFor(route: string, options: HelperOptions) {
      const { absolute, ...args } = options.hash as UrlArgs;
      return urls.path(route, args, { absolute: absolute === true });
    },

    /** `{{asset "css/microblog.css"}}`; `absolute=true` for one with scheme and host. */
    asset: (path: string, options: HelperOptions) => assets.url(path, { absolute: (options.hash as UrlOptions).absolute }),

    /** `{{time post.createdAt}}`, `format="full"` or `"short"`: a `<time>` that is right without scripts and refreshed by one. */
    time(moment: Moment, options: HelperOptions) {
      const { locale, now, timeZone } = rootOf(options);
      const { format = 'relative' } = options.hash as { format?: MomentFormat };
      const date = toDate(moment);
      const text = Handlebars.escapeExpression(formatMoment(date, format, locale.code, now, timeZone));
      const title = Handlebars.escapeExpression(formatMoment(date, 'full', locale.code, now, timeZone));
      return new Handlebars.SafeString(
        `<time datetime="${date.toISOString()}" data-format="${format}" title="${title}">${text}</time>`,
      );
    },

    /** `{{iso post.createdAt}}`: for machines, ISO 8601 in UTC. */
    iso: (moment: Moment) => toDate(moment).toISOString(),

    /** `{{moment deletesAt}}`: day and time as words alone, for inside of a sentence. */
    moment(value: Moment, options: HelperOptions) {
      const { locale, now, timeZone } = rootOf(options);
      return formatMoment(toDate(value), 'full', locale.code, now, timeZone);
    },

    /** `{{timeText post.createdAt}}`: the words alone, as `{{time}}` shows them, for the name of a `cached` piece that has one in it. */
    timeText(moment: Moment, options: HelperOptions) {
      const { locale, now } = rootOf(options);
      return formatMoment(toDate(moment), 'relative', locale.code, now);
    },

    /** `{{number profile.postsCount}}` in the reader's digits and grouping. */
    number(value: number, options: HelperOptions) {
      const { code } = rootOf(options).locale;
      let format = numbers.get(code);
      if (!format) numbers.set(code, (format = new Intl.NumberFormat(code)));
      return format.format(value);
    },

    /** `{{percent 40}}`, in the reader's digits. */
    percent: (value: number, options: HelperOptions) =>
      new Intl.NumberFormat(rootOf(options).locale.code, { style: 'percent' }).format(value / 100),

    /** `{{fileSize 1500000}}` of a number of bytes: in megabytes, or in kilobytes for what is small. */
    fileSize(bytes: number, options: HelperOptions) {
      const isSmall = bytes < 1e6;
      const unit = { style: 'unit', unit: isSmall ? 'kilobyte' : 'megabyte', maximumFractionDigits: 1 } as const;
      return new Intl.NumberFormat(rootOf(options).locale.code, unit).format(bytes / (isSmall ? 1e3 : 1e6));
    },

    /** `{{languageName "es"}}`, in the reader's language. */
    languageName: (code: string, options: HelperOptions) =>
      new Intl.DisplayNames(rootOf(options).locale.code, { type: 'language' }).of(code),

    /** `{{#each (languageChoices post.language)}}`: codes of what a form offers, and of what is chosen. */
    languageChoices: (chosen: unknown) => languageChoices(chosen),

    /** `{{region "ES"}}`: a country, in the reader's language. */
    region: (code: string, options: HelperOptions) =>
      new Intl.DisplayNames(rootOf(options).locale.code, { type: 'region', fallback: 'code' }).of(code),

    /**
     * `{{#cached "post-author" author.username author.avatarUrl}}…{{/cached}}`: a piece that is drawn once and kept, by language, time zone and what is
     * named here. It must depend on nothing else: not on the reader, not on the time of day.
     */
    cached(this: object, ...args: unknown[]) {
      const options = args.pop() as HelperOptions;
      const { root, pieces } = frameOf(options);
      // Complete: none of the pieces in it is left to this page.
      const draw = (): string => options.fn(this, { data: { ...frameOf(options), pieces: undefined } });
      if (!cache) return new Handlebars.SafeString(draw());
      const key = `${root.locale.code}\n${root.timeZone}\n${args.join('\n')}`;
      let piece = fragments.get(key);
      if (!piece) {
        piece = Buffer.from(draw());
        if (key.length <= LONGEST_NAME && piece.length <= LARGEST_FRAGMENT) fragments.set(key, piece);
      }
      return new Handlebars.SafeString(pieces ? pieces.place(piece) : piece.toString());
    },

    eq: (a: unknown, b: unknown) => a === b,

    or: (a: unknown, b: unknown) => Boolean(a) || Boolean(b),

    and: (a: unknown, b: unknown) => Boolean(a) && b,
  };
}
