/** A map of bounded size that forgets what was not used for longest. */
export class StatementCache<V> extends Map<string, V> {
  constructor(private readonly limit: number) {
    super();
  }

  override get(text: string): V | undefined {
    const value = super.get(text);
    if (value !== undefined) {
      this.delete(text);
      super.set(text, value);
    }
    return value;
  }

  override set(text: string, value: V): this {
    super.set(text, value);
    const [oldest] = this.keys();
    if (this.size > this.limit && oldest !== undefined) this.delete(oldest);
    return this;
  }
}
