import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, moment, ownedByUser } from './support';

export class CreateTimelineLists1795800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'timeline_list',
      columns: [
        { name: 'owner_id', type: 'bigint', isPrimary: true },
        { name: 'revision', type: 'int' },
        { ...moment('completed_at'), isNullable: true },
        { name: 'since_id', type: 'bigint' },
      ],
      foreignKeys: [ownedByUser('owner_id')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('timeline_list');
  }
}
