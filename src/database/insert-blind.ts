import type { ObjectLiteral, QueryDeepPartialEntity, Repository } from 'typeorm';

/**
 * Inserts a row whose id the database counts up, by one statement: `Repository.insert` would read it back, for columns to which the
 * database may have given a value.
 *
 * @returns the id
 */
export async function insertBlind<T extends ObjectLiteral>(into: Repository<T>, row: QueryDeepPartialEntity<T>): Promise<number> {
  const insert = into.createQueryBuilder().insert().values(row).updateEntity(false);
  const { raw } = (await insert.execute()) as { raw: number | { insertId: number } };
  return typeof raw === 'object' ? raw.insertId : raw;
}
