import { StatementCache } from './statement-cache';

describe('the statement cache', () => {
  it('forgets what was not used for longest', () => {
    const cache = new StatementCache<number>(2);
    cache.set('a', 1).set('b', 2);
    cache.get('a');
    cache.set('c', 3);

    expect([...cache.keys()]).toEqual(['a', 'c']);
  });
});
