import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './support';

export class CreateSearchPostings1795700000061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'search_posting',
      withoutRowid: true,
      columns: [
        { name: 'term_id', type: 'bigint', isPrimary: true },
        { name: 'post_id', type: 'bigint', isPrimary: true },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('search_posting');
  }
}
