import { Injectable } from '@nestjs/common';
import { Transaction } from '../../database/transaction';
import { COUNTED, type Counted, countersOf, CountersQueries, type CountRow } from './counters.queries';

export interface Correction {
  /** Whose account it is kept with. */
  readonly username?: string;
  /** Id of the post with which it is kept. */
  readonly post?: number;
  readonly counter: string;
  readonly was: number;
  readonly is: number;
}

export interface Rebuilt {
  /** How many rows were looked at. */
  readonly checked: Readonly<Record<Counted, number>>;
  readonly corrections: readonly Correction[];
}

// So many at a time keep each statement short on a site that is in use.
const BATCH = 500;

@Injectable()
export class CountersService {
  constructor(
    private readonly counters: CountersQueries,
    private readonly transaction: Transaction,
  ) {}

  /** Counts everything anew and writes what was wrong. The site may run meanwhile. */
  async rebuild(): Promise<Rebuilt> {
    const checked = { user: 0, post: 0 };
    const corrections: Correction[] = [];
    for (const table of COUNTED) {
      for await (const row of this.rowsOf(table)) {
        checked[table]++;
        if (correctionsOf(row, table).length > 0) corrections.push(...(await this.correct(row.id, table)));
      }
    }
    return { checked, corrections };
  }

  private async *rowsOf(table: Counted): AsyncGenerator<CountRow> {
    for (let last = 0; ;) {
      const rows = await this.counters.countsAfter(table, last, BATCH);
      yield* rows;
      last = rows.at(-1)?.id ?? last;
      if (rows.length < BATCH) return;
    }
  }

  /** Counts once more, as it may have been somebody in the middle of something. */
  private async correct(id: number, table: Counted): Promise<Correction[]> {
    return this.transaction.run(async () => {
      const row = await this.counters.countsLocked(table, id);
      const corrections = row ? correctionsOf(row, table) : [];
      const counts = Object.fromEntries(corrections.map(({ counter, is }) => [counter, is]));
      if (corrections.length > 0) await this.counters.set(table, id, counts);
      return corrections;
    });
  }
}

const correctionsOf = (row: CountRow, table: Counted): Correction[] =>
  countersOf(table)
    .map((counter) => ({
      ...(table === 'user' ? { username: row.username } : { post: row.id }),
      counter,
      was: Number(row[`${counter}_kept`]),
      is: Number(row[`${counter}_counted`]),
    }))
    .filter(({ was, is }) => was !== is);
