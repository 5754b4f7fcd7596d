import { Popularity } from './popularity';

/** So many chances between 0 and 1, evenly spread. */
function evenChances(count: number): () => number {
  let index = 0;
  return () => ((index++ % count) + 0.5) / count;
}

describe('Popularity', () => {
  it('draws the second half as often as the first, and the third a third as often', () => {
    const popularity = new Popularity(['susan', 'john', 'mary'], evenChances(1_100));
    const drawn = { susan: 0, john: 0, mary: 0 };
    for (let i = 0; i < 1_100; i++) drawn[popularity.draw() as keyof typeof drawn]++;

    expect(drawn).toEqual({ susan: 600, john: 300, mary: 200 });
  });

  it('draws different ones, never the one left out', () => {
    const popularity = new Popularity([1, 2, 3, 4, 5], evenChances(97));

    const drawn = popularity.drawDifferent(3, 1);

    expect(drawn.size).toBe(3);
    expect(drawn.has(1)).toBe(false);
  });

  it('fills up with the most popular when chance does not find enough', () => {
    const popularity = new Popularity(['susan', 'john', 'mary', 'david'], () => 0);

    expect([...popularity.drawDifferent(2, 'john')]).toEqual(['susan', 'mary']);
  });

  it('draws as many as there are, and no more', () => {
    expect([...new Popularity(['susan', 'john'], () => 0.5).drawDifferent(9, 'susan')]).toEqual(['john']);
  });
});
