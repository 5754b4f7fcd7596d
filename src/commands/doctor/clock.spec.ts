import { compareClocks, readClock } from './clock';

const reading = (theirs: number) => ({ whose: 'Redis', before: 100_000, theirs, after: 103_000 });

it.each([
  [100_000, 'ok'],
  [103_000, 'ok'],
  // The answer took three seconds: where in them it was made, nobody knows.
  [95_000, 'ok'],
  [108_000, 'ok'],
  [94_000, 'warning'],
  [109_000, 'warning'],
  [40_000, 'warning'],
  [39_000, 'failed'],
  [164_000, 'failed'],
])('a clock at %d, asked from 100,000 to 103,000, is %s', (theirs, state) => {
  expect(compareClocks(reading(theirs)).state).toBe(state);
});

it('says by how much, and what to do', () => {
  expect(compareClocks(reading(163_500))).toEqual({
    subject: 'clock',
    state: 'failed',
    found: '61 s apart here and at Redis',
    advice: expect.stringContaining('NTP') as string,
  });
});

it('is read between two looks at ours', async () => {
  const { before, theirs, after } = await readClock('Redis', () => Promise.resolve(Date.now()));

  expect(before).toBeLessThanOrEqual(theirs);
  expect(theirs).toBeLessThanOrEqual(after);
});
