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

  /**
   * @param signal ends the waiting, not the work that has begun
   * @throws Overloaded when there is no room to wait; the signal's reason
   */
  async run<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    if (this.permits > 0) this.permits--;
    else if (this.waiting.length >= this.room) throw new Overloaded();
    else await this.turn(signal);
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.permits++;
    }
  }

  private turn(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const go = (): void => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        this.waiting.splice(this.waiting.indexOf(go), 1);
        reject(signal?.reason as Error);
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.waiting.push(go);
    });
  }
}
