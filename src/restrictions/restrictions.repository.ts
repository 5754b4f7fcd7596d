import { Injectable } from '@nestjs/common';
import { type Cursor, type CursorPage, seekOf, toCursorPage } from '../common/page';
import { Database } from '../database/database';
import { Sql } from '../database/sql';
import type { PersonFacts } from '../users/person.presenter';
import { Restriction, type RestrictionKind } from './restriction.entity';

export type KeptAway = PersonFacts & { readonly kind: RestrictionKind };

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

  /** Whom somebody keeps away themselves, the youngest accounts first; each once, by what weighs more. */
  async page(personId: number, cursor: Cursor, limit: number): Promise<CursorPage<KeptAway>> {
    const { past, order, from } = seekOf(cursor);
    const rows = await this.sql.all<KeptAway>(
      `SELECT u.id, u.username, u.email, MIN(q.kind) AS kind FROM restriction q JOIN \`user\` u ON u.id = q.other_id
       WHERE q.person_id = ? AND q.kind <> 'blocked' AND q.other_id ${past} ? GROUP BY u.id, u.username, u.email ORDER BY u.id ${order} LIMIT ?`,
      [personId, from, limit + 1],
    );
    return toCursorPage(rows, limit, cursor, ({ id }) => id);
  }

  /** Doing it twice is one row. */
  async insert(pairs: readonly Pair[], createdAt: Date): Promise<void> {
    const rows = pairs.map((pair) => ({ ...pair, createdAt }));
    await this.restrictions.createQueryBuilder().insert().values(rows).orIgnore().updateEntity(false).execute();
  }

  /** @returns whether there was any */
  async delete(pairs: readonly Pair[]): Promise<boolean> {
    let deleted = 0;
    for (const pair of pairs) deleted += (await this.restrictions.delete(pair)).affected ?? 0;
    return deleted > 0;
  }

  private get restrictions() {
    return this.database.manager.getRepository(Restriction);
  }
}
