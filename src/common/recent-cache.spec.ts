import { RecentCache } from './recent-cache';

describe('the recent cache', () => {
  it('forgets what was not used for longest', () => {
    const cache = new RecentCache<number>(2);
    cache.set('a', 1).set('b', 2);
    cache.get('a');
    cache.set('c', 3);

    expect([...cache.keys()]).toEqual(['a', 'c']);
  });

  it('makes a value once', () => {
    const cache = new RecentCache<number>(2);
    const make = jest.fn(() => 1);

    expect([cache.getOrMake('a', make), cache.getOrMake('a', make)]).toEqual([1, 1]);
    expect(make).toHaveBeenCalledTimes(1);
  });
});
