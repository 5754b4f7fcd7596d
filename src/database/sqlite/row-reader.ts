import type { Statement } from 'better-sqlite3';

/**
 * Reads the rows of one SELECT as values and names them here. The objects that better-sqlite3 would make of them are hash tables to V8: a page of
 * posts would spend a quarter of its time in the database on making them, and more on looking into them.
 */
export class RowReader {
  private readonly names: readonly string[];

  /**
   * @param statement for this reader alone, since raw mode changes its rows for everybody. It must name its columns: they are read once, so a
   *   `SELECT *` would miss those that a migration adds later
   */
  constructor(private readonly statement: Statement<unknown[], unknown>) {
    this.names = statement.columns().map(({ name }) => name);
    statement.raw();
  }

  all(params: readonly unknown[]): Record<string, unknown>[] {
    return (this.statement.all(...params) as unknown[][]).map((values) => this.row(values));
  }

  private row(values: readonly unknown[]): Record<string, unknown> {
    const { names } = this;
    const row: Record<string, unknown> = {};
    for (let i = 0; i < names.length; i++) row[names[i] as string] = values[i];
    return row;
  }
}
