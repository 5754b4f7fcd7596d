/**
 * A map of bounded size that forgets what was not used for longest, about: it has two generations. What is used belongs to the younger one; when that is
 * half of all, it becomes the older, and what still lay there is gone. So a hit is one look-up, where an exact order would cost two writes.
 */
export class RecentCache<V> {
  private young = new Map<string, V>();
  private old = new Map<string, V>();
  private readonly generation: number;

  /** @param limit it never holds more; of the values used last it holds at least half as many */
  constructor(limit: number) {
    this.generation = Math.ceil(limit / 2);
  }

  get(key: string): V | undefined {
    const value = this.young.get(key);
    if (value !== undefined) return value;
    const older = this.old.get(key);
    if (older !== undefined) this.set(key, older);
    return older;
  }

  has(key: string): boolean {
    return this.young.has(key) || this.old.has(key);
  }

  /** At most so many values. */
  get size(): number {
    return this.young.size + this.old.size;
  }

  set(key: string, value: V): void {
    this.young.set(key, value);
    if (this.young.size < this.generation) return;
    this.old = this.young;
    this.young = new Map();
  }

  delete(key: string): void {
    this.young.delete(key);
    this.old.delete(key);
  }

  /** The value of a key, made now if it is not there. */
  getOrMake(key: string, make: () => V): V {
    let value = this.get(key);
    if (value === undefined) this.set(key, (value = make()));
    return value;
  }
}
