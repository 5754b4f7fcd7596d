import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, generatedId, text } from './support';

export class CreateSearchTerms1795700000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'search_term',
      columns: [
        generatedId,
        { name: 'edition', type: 'int' },
        text('term', 130),
        { name: 'posts_count', type: 'int', default: 0 },
        { name: 'is_common', type: 'boolean' },
      ],
      indices: [{ name: 'uq_search_term', columnNames: ['edition', 'term'], isUnique: true }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('search_term');
  }
}
