import { Injectable } from '@nestjs/common';
import { Transaction } from '../../database/transaction';
import { type Counter, COUNTERS, CountersQueries, type CountRow } from './counters.queries';

export interface Correction {
  readonly username: string;
  readonly counter: Counter;
  readonly was: number;
  readonly is: number;
}

// So many at a time keep each statement and each lock short on a site that is in use.
const BATCH = 500;

/** The counters are changed with what they count, so they are right; after an import or a repair by hand they may not be. */
@Injectable()
export class CountersService {
  constructor(
    private readonly counters: CountersQueries,
    private readonly transaction: Transaction,
  ) {}

  /** Counts everything anew and writes what was wrong. The site may run meanwhile. */
  async rebuild(): Promise<{ checked: number; corrections: Correction[] }> {
    const corrections: Correction[] = [];
    let checked = 0;
    for (let last = 0; ;) {
      const rows = await this.counters.countsAfter(last, BATCH);
      corrections.push(...(await this.correct(rows)));
      checked += rows.length;
      last = rows.at(-1)?.id ?? last;
      if (rows.length < BATCH) return { checked, corrections };
    }
  }

  private async correct(rows: readonly CountRow[]): Promise<Correction[]> {
    const wrong = rows.filter((row) => correctionsOf(row).length > 0);
    if (wrong.length > 0) await this.transaction.run(() => this.counters.recount(wrong.map(({ id }) => id)));
    return wrong.flatMap(correctionsOf);
  }
}

const correctionsOf = (row: CountRow): Correction[] =>
  COUNTERS.map((counter) => ({
    username: row.username,
    counter,
    was: row[`${counter}_kept`],
    is: row[`${counter}_counted`],
  })).filter(({ was, is }) => was !== is);
