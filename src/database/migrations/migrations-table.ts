import type { QueryRunner } from 'typeorm';
import { MIGRATIONS_TABLE } from '../data-source-options';
import { createTable, generatedId, text } from './support';

/** TypeORM's own table of what has run, and when it did. */
export async function createMigrationsTable(runner: QueryRunner): Promise<void> {
  if (await runner.hasTable(MIGRATIONS_TABLE)) return;
  await createTable(runner, {
    name: MIGRATIONS_TABLE,
    columns: [
      generatedId,
      { name: 'timestamp', type: 'bigint' },
      text('name', 255),
      { name: 'applied_at', type: 'datetime', default: 'CURRENT_TIMESTAMP' },
    ],
  });
}
