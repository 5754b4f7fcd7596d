import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { Sql } from '../database/sql';
import { Restriction, type RestrictionKind } from './restriction.entity';

export type Pair = Pick<Restriction, 'personId' | 'otherId' | 'kind'>;

/** All SQL of the table `restriction`, but for what keeps people out of lists: those lists ask it themselves. */
@Injectable()
export class RestrictionsRepository {
  constructor(
    private readonly sql: Sql,
    private readonly database: Database,
  ) {}

  async kindsBetween(personId: number, otherId: number): Promise<RestrictionKind[]> {
    const rows = await this.sql.all<{ kind: RestrictionKind }>(
      'SELECT kind FROM restriction WHERE person_id = ? AND other_id = ?',
      [personId, otherId],
    );
    return rows.map(({ kind }) => kind);
  }

  /** Doing it twice is one row. */
  async insert(pairs: readonly Pair[], createdAt: Date): Promise<void> {
    const rows = pairs.map((pair) => ({ ...pair, createdAt }));
    await this.restrictions.createQueryBuilder().insert().values(rows).orIgnore().updateEntity(false).execute();
  }

  async delete(pairs: readonly Pair[]): Promise<void> {
    for (const pair of pairs) await this.restrictions.delete(pair);
  }

  private get restrictions() {
    return this.database.manager.getRepository(Restriction);
  }
}
