import { DomainError } from './domain-error';

/** More work waits already than anybody would wait for. */
export class Overloaded extends DomainError {
  constructor() {
    super('unavailable', 'overloaded');
  }
}

/** Lets at most `permits` pieces of work run at a time; at most `room` more wait, in the order of their coming. */
export class Semaphore {
  private readonly waiting: (() => void)[] = [];

  constructor(
    private permits: number,
    private readonly room = Infinity,
  ) {}

  /** @throws Overloaded when there is no room to wait */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.permits > 0) this.permits--;
    else if (this.waiting.length >= this.room) throw new Overloaded();
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.permits++;
    }
  }
}
