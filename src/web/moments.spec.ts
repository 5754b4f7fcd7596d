import { formatMoment } from './moments';

const now = new Date('2026-11-22T18:30:00.000Z');
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const ago = (ms: number, locale = 'en'): string => formatMoment(new Date(now.getTime() - ms), 'relative', locale, now);

describe('a moment as a distance', () => {
  it.each([
    [0, 'now'],
    [59 * SECOND, 'now'],
    [MINUTE, '1 minute ago'],
    [2 * MINUTE, '2 minutes ago'],
    [59 * MINUTE + 59 * SECOND, '59 minutes ago'],
    [HOUR, '1 hour ago'],
    [DAY - SECOND, '23 hours ago'],
    [DAY, 'yesterday'],
    [6 * DAY, '6 days ago'],
    [7 * DAY, 'last week'],
    [29 * DAY, '4 weeks ago'],
    [31 * DAY, 'last month'],
    [364 * DAY, '11 months ago'],
    [366 * DAY, 'last year'],
    [3 * 366 * DAY, '3 years ago'],
  ])('of %d ms is: %s', (ms, text) => {
    expect(ago(ms)).toBe(text);
  });

  it('is not in the future only because clocks differ', () => {
    expect(ago(-30 * SECOND)).toBe('now');
    expect(ago(-2 * MINUTE)).toBe('in 2 minutes');
  });

  it('is in the words of the reader', () => {
    expect(ago(2 * MINUTE, 'es')).toBe('hace 2 minutos');
    expect(ago(DAY, 'es')).toBe('ayer');
    expect(ago(0, 'es')).toBe('ahora');
  });
});

describe('a moment as a date', () => {
  it('is exact in full, in UTC', () => {
    const moment = new Date('2026-03-04T05:06:07.890Z');

    // What stands between date and time is another matter in each release of Intl.
    expect(formatMoment(moment, 'full', 'en', now)).toMatch(/^March 4, 2026\b.*\b5:06:07\sAM UTC$/);
    expect(formatMoment(moment, 'full', 'es', now)).toMatch(/^4 de marzo de 2026\b.*\b5:06:07 UTC$/);
  });

  it('is the day in short, the one of UTC whatever the zone of the machine', () => {
    expect(formatMoment(new Date('2026-03-04T05:06:07Z'), 'short', 'en', now)).toBe('Mar 4, 2026');
    expect(formatMoment(new Date('2026-01-01T00:00:00Z'), 'short', 'es', now)).toBe('1 ene 2026');
    expect(formatMoment(new Date('2026-01-01T23:59:59Z'), 'short', 'en', now)).toBe('Jan 1, 2026');
  });

  it('is that of the reader’s own zone, where it is known', () => {
    const moment = new Date('2026-01-01T23:30:00Z');

    expect(formatMoment(moment, 'short', 'en', now, 'Asia/Tokyo')).toBe('Jan 2, 2026');
    expect(formatMoment(moment, 'short', 'en', now, 'America/New_York')).toBe('Jan 1, 2026');
    expect(formatMoment(moment, 'full', 'es', now, 'Europe/Madrid')).toMatch(/^2 de enero de 2026\b.*\b0:30$/);
    // UTC that somebody has chosen is a zone like others: what the browser's script writes there.
    expect(formatMoment(moment, 'full', 'es', now, 'UTC')).toMatch(/^1 de enero de 2026\b.*\b23:30$/);
  });
});
