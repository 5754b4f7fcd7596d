import { RecentCache } from './recent-cache';

describe('the recent cache', () => {
  it('keeps what is used, and forgets what was not used for long', () => {
    const cache = new RecentCache<number>(4);
    cache.set('used', 0);
    cache.set('idle', 0);
    for (let i = 1; i <= 20; i++) {
      cache.set(`new ${i}`, i);
      expect(cache.get('used')).toBe(0);
    }

    expect(cache.get('idle')).toBeUndefined();
    expect(cache.get('new 20')).toBe(20);
  });

  it('keeps the newest half at least, and never more than its limit', () => {
    const cache = new RecentCache<number>(10);
    for (let i = 1; i <= 99; i++) cache.set(String(i), i);
    const kept = Array.from({ length: 99 }, (_, i) => i + 1).filter((i) => cache.has(String(i)));

    expect(kept.length).toBeLessThanOrEqual(10);
    expect(cache.size).toBeLessThanOrEqual(10);
    expect(kept).toEqual(expect.arrayContaining([95, 96, 97, 98, 99]));
  });

  it('makes a value once', () => {
    const cache = new RecentCache<number>(2);
    const make = jest.fn(() => 1);

    expect([cache.getOrMake('a', make), cache.getOrMake('a', make)]).toEqual([1, 1]);
    expect(make).toHaveBeenCalledTimes(1);
  });

  it('forgets what it is told to', () => {
    const cache = new RecentCache<number>(10);
    cache.set('a', 1);
    cache.delete('a');

    expect(cache.get('a')).toBeUndefined();
  });
});
