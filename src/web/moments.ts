/** Moments as text, in the reader's language; UTC, which a small script replaces by the reader's own zone. */
export type MomentFormat = 'relative' | 'full' | 'short';

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

// Making an Intl formatter costs a hundred times what using it does.
const formats = new Map<string, { full: Intl.DateTimeFormat; short: Intl.DateTimeFormat; relative: Intl.RelativeTimeFormat }>();

function formatsOf(locale: string) {
  let known = formats.get(locale);
  if (!known) {
    known = {
      full: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'long', timeZone: 'UTC' }),
      short: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }),
      relative: new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }),
    };
    formats.set(locale, known);
  }
  return known;
}

export function formatMoment(moment: Date, format: MomentFormat, locale: string, now: Date): string {
  return format === 'relative' ? relative(moment, now, formatsOf(locale).relative) : formatsOf(locale)[format].format(moment);
}

function relative(moment: Date, now: Date, format: Intl.RelativeTimeFormat): string {
  const seconds = Math.round((moment.getTime() - now.getTime()) / 1000);
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  // Clocks differ a little: what was just written is never "in 2 seconds", and seconds are not worth counting.
  return unit === 'second' ? format.format(0, 'second') : format.format(Math.trunc(seconds / size), unit);
}
