/** Draws from a crowd as crowds choose: somebody most, the n-th of them an n-th as often (Zipf's law). */
export class Popularity<T> {
  /** Sums of the weights up to each rank. */
  private readonly upTo: number[] = [];

  /**
   * @param ranking everybody, the most popular first
   * @param chance a number from 0 to below 1, each time another
   */
  constructor(
    private readonly ranking: readonly T[],
    private readonly chance: () => number,
  ) {
    let sum = 0;
    for (let rank = 1; rank <= ranking.length; rank++) this.upTo.push((sum += 1 / rank));
  }

  draw(): T {
    return this.ranking[this.rankAt(this.chance() * (this.upTo.at(-1) ?? 0))] as T;
  }

  /**
   * So many different ones, or as many as there are. When nearly everybody is wanted, chance alone would take too long: then the most
   * popular fill up.
   */
  drawDifferent(count: number, except: T): Set<T> {
    const drawn = new Set<T>();
    for (let tries = 0; drawn.size < count && tries < 4 * count; tries++) {
      const candidate = this.draw();
      if (candidate !== except) drawn.add(candidate);
    }
    for (const candidate of this.ranking) {
      if (drawn.size >= count) break;
      if (candidate !== except) drawn.add(candidate);
    }
    return drawn;
  }

  /** The first rank whose sum is above the point, by halving. */
  private rankAt(point: number): number {
    let low = 0;
    let high = this.upTo.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.upTo[middle] ?? 0) > point) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
