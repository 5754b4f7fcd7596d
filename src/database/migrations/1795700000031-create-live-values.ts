import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, generatedId, moment, ownedByUser, text } from './support';

export class CreateLiveValues1795700000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'live_value',
      columns: [
        generatedId,
        { name: 'user_id', type: 'bigint' },
        text('name', 40),
        { name: 'data', type: 'text' },
        moment('created_at'),
      ],
      indices: [
        { name: 'uq_live_value', columnNames: ['user_id', 'name'], isUnique: true },
        { name: 'ix_live_value_user', columnNames: ['user_id', 'id'] },
      ],
      foreignKeys: [ownedByUser('user_id')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('live_value');
  }
}
