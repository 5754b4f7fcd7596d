import type { SqlValue } from './sql';

/** A value, or one for each place of its name, in their order. */
export type NamedValue = SqlValue | readonly SqlValue[];

/** A statement whose values have names in the text, such as `:viewer`; a name may come more than once. */
export class NamedStatement {
  readonly text: string;
  private readonly names: string[] = [];
  /** Which of the names stands in each place. */
  private readonly places: number[] = [];

  /** @param mark what the database gets in the place of a name */
  constructor(text: string, mark = '?') {
    this.text = text.replace(/:([a-z]\w*)/g, (_, name: string) => {
      if (!this.names.includes(name)) this.names.push(name);
      this.places.push(this.names.indexOf(name));
      return mark;
    });
  }

  /** The values in the order of their places. */
  values(given: Readonly<Record<string, NamedValue>>): SqlValue[] {
    const values = this.names.map((name) => given[name] ?? null);
    const used = this.names.map(() => 0);
    return this.places.map((name) => {
      const value = values[name] as NamedValue;
      return isList(value) ? (value[(used[name] as number)++] as SqlValue) : value;
    });
  }
}

const isList = (value: NamedValue): value is readonly SqlValue[] => Array.isArray(value);

/** Builds each statement once: there are as many as there are sizes of a page. */
export function remembered<Args extends (string | number | boolean)[], T>(build: (...args: Args) => T): (...args: Args) => T {
  const built = new Map<string, T>();
  return (...args) => {
    const key = args.join();
    const known = built.get(key);
    if (known !== undefined) return known;
    const statement = build(...args);
    built.set(key, statement);
    return statement;
  };
}
