import type { QueryRunner } from 'typeorm';
import type { EntityMetadata } from 'typeorm/metadata/EntityMetadata';

/** The foreign keys that rows break, such as `post.author_id`. */
export async function orphans(runner: QueryRunner, entities: readonly EntityMetadata[]): Promise<string[]> {
  const broken: string[] = [];
  for (const { tableName, foreignKeys } of entities) {
    for (const { columnNames, referencedTablePath, referencedColumnNames } of foreignKeys) {
      const pairs = columnNames.map((name, index) => `there.\`${referencedColumnNames[index]}\` = here.\`${name}\``);
      const set = columnNames.map((name) => `here.\`${name}\` IS NOT NULL`);
      const rows = (await runner.query(
        `SELECT 1 FROM \`${tableName}\` here WHERE ${set.join(' AND ')}
         AND NOT EXISTS (SELECT 1 FROM \`${referencedTablePath}\` there WHERE ${pairs.join(' AND ')}) LIMIT 1`,
      )) as unknown[];
      if (rows.length > 0) broken.push(`${tableName}.${columnNames.join()}`);
    }
  }
  return broken;
}
