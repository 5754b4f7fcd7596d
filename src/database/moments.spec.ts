import { toDate, toText } from './moments';

describe('a moment in SQLite', () => {
  it('is text that sorts, and comes back as it was', () => {
    const moment = new Date('2026-11-22T18:30:00.120Z');
    expect(toText(moment)).toBe('2026-11-22 18:30:00.120');
    expect(toDate(toText(moment))).toEqual(moment);
  });

  it('may have been written by SQLite itself, in whole seconds', () => {
    expect(toDate('2026-11-22 18:30:00')).toEqual(new Date('2026-11-22T18:30:00Z'));
  });

  it('is a date already where MySQL gives it', () => {
    const moment = new Date();
    expect(toDate(moment)).toBe(moment);
  });
});
