import { judgeClock } from './clock';

const judged = (ms: number) => judgeClock([{ place: 'Redis', ms }]).map(({ state, found }) => ({ state, found }));

describe('the clock', () => {
  it.each([
    [0, 'ok', 'as Redis (0.0 s apart)'],
    [-1_900, 'ok', 'as Redis (1.9 s apart)'],
    [2_100, 'warning', 'this machine is 2.1 s behind Redis'],
    [-29_000, 'warning', 'this machine is 29.0 s ahead of Redis'],
    [31_000, 'failed', 'this machine is 31.0 s behind Redis'],
  ])('%d ms later elsewhere: %s', (ms, state, found) => expect(judged(ms)).toEqual([{ state, found }]));

  it('names only who differs', () => {
    const outcomes = judgeClock([
      { place: 'the database', ms: 3 },
      { place: 'Redis', ms: 5_000 },
    ]);

    expect(outcomes).toEqual([expect.objectContaining({ state: 'warning', advice: expect.stringContaining('NTP') })]);
  });
});
