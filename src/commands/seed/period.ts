/** A stretch of time in which things happen. */
export class Period {
  /** Both in milliseconds since 1970. */
  constructor(
    readonly from: number,
    readonly to: number,
  ) {}

  /** So many moments, each later than the one before. */
  *moments(count: number, chance: () => number): Generator<Date> {
    const step = (this.to - this.from) / count;
    for (let index = 0; index < count; index++) yield new Date(this.from + (index + chance()) * step);
  }

  anyMoment(chance: () => number): Date {
    return new Date(this.from + chance() * (this.to - this.from));
  }
}
