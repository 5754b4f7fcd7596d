import { DatabaseBusy } from '../database.errors';

/** A lock that is given to one caller after another, in the order of asking, and that nobody waits for without end. */
export class Turns {
  private taken = false;
  private readonly waiting = new Set<() => void>();

  constructor(private readonly limitMs: number) {}

  /**
   * Waits for the turn, which the caller must `pass` on.
   *
   * @throws DatabaseBusy after the limit
   */
  async take(): Promise<void> {
    if (!this.taken) {
      this.taken = true;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const mine = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.waiting.delete(mine);
        reject(new DatabaseBusy());
      }, this.limitMs);
      this.waiting.add(mine);
    });
  }

  /** Hands the turn to the one who has waited longest. */
  pass(): void {
    const [next] = this.waiting;
    if (next === undefined) {
      this.taken = false;
      return;
    }
    this.waiting.delete(next);
    next();
  }
}
