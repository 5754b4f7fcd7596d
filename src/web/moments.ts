import { RecentCache } from '../common/recent-cache';

/**
 * Moments as text, in the reader's language and time zone. Where that is not known it is UTC, which a small script replaces by the zone of the
 * browser.
 */
export type MomentFormat = 'relative' | 'full' | 'short';

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

type Formats = { full: Intl.DateTimeFormat; short: Intl.DateTimeFormat; relative: Intl.RelativeTimeFormat };

/** In which the script of a page says where the browser is. */
export const TIME_ZONE_COOKIE = 'time_zone';
const LONGEST_ZONE = 64;
const zones = new RecentCache<boolean>(1_000);

/** A time zone that somebody claims, if it is one that this machine knows: IANA, such as `Europe/Madrid`. */
export function knownTimeZone(name: string | undefined): string | undefined {
  return name !== undefined && name.length <= LONGEST_ZONE && zones.getOrMake(name, () => isTimeZone(name)) ? name : undefined;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

// Making an Intl formatter costs a hundred times what using it does, and using it as much as the rest of a post together.
const formats = new RecentCache<Formats>(200);
const texts = new RecentCache<string>(10_000);

const formatsOf = (locale: string, timeZone: string | null): Formats =>
  formats.getOrMake(`${locale} ${timeZone}`, () => ({
    // Where nobody knows the reader's zone, it says which one it is.
    full: new Intl.DateTimeFormat(locale, {
      dateStyle: 'long',
      timeStyle: timeZone ? 'short' : 'long',
      timeZone: timeZone ?? 'UTC',
    }),
    short: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: timeZone ?? 'UTC' }),
    relative: new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }),
  }));

/** @param timeZone IANA, such as `Europe/Madrid`; null where it is not known: then it is UTC, and the text says so */
export function formatMoment(
  moment: Date,
  format: MomentFormat,
  locale: string,
  now: Date,
  timeZone: string | null = null,
): string {
  if (format === 'relative') return relative(moment, locale, now);
  const key = `${locale} ${timeZone} ${format} ${moment.getTime()}`;
  return texts.getOrMake(key, () => formatsOf(locale, timeZone)[format].format(moment));
}

function relative(moment: Date, locale: string, now: Date): string {
  const seconds = Math.round((moment.getTime() - now.getTime()) / 1000);
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  // Clocks differ a little: what was just written is never "in 2 seconds", and seconds are not worth counting.
  const count = unit === 'second' ? 0 : Math.trunc(seconds / size);
  return texts.getOrMake(`${locale} ${unit} ${count}`, () => formatsOf(locale, null).relative.format(count, unit));
}
