import { retryDelayMs } from './retry-delay';

describe('the wait before the next attempt', () => {
  it('doubles from attempt to attempt', () => {
    expect([1, 2, 3, 4].map((attempts) => retryDelayMs(attempts, 0.5))).toEqual([2_000, 4_000, 8_000, 16_000]);
  });

  it('is never so long that what is back is not found within two minutes', () => {
    for (const attempts of [1, 7, 8, 50, 3_000]) expect(retryDelayMs(attempts, 1)).toBeLessThan(120_000);
    expect(retryDelayMs(3_000, 0)).toBeGreaterThan(60_000);
  });

  it('differs, so that what failed together does not come back together', () => {
    expect(retryDelayMs(3, 0)).toBe(6_000);
    expect(retryDelayMs(3, 1)).toBe(10_000);
    expect(new Set(Array.from({ length: 20 }, () => retryDelayMs(10))).size).toBeGreaterThan(1);
  });
});
