import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './support';

export class CreateSearchStates1795700000062 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'search_state',
      columns: [
        { name: 'id', type: 'int', isPrimary: true },
        { name: 'edition', type: 'int' },
        { name: 'next_edition', type: 'int', isNullable: true },
        { name: 'built_to', type: 'bigint', default: 0 },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('search_state');
  }
}
