import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, generatedId, moment, ownedByUser, text } from './support';

export class CreateExports1795700000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'export',
      columns: [
        generatedId,
        { name: 'user_id', type: 'bigint' },
        text('state', 8),
        { name: 'progress', type: 'int', default: 0 },
        { name: 'size', type: 'bigint', default: 0 },
        moment('created_at'),
        { ...moment('finished_at'), isNullable: true },
        moment('expires_at'),
      ],
      indices: [
        { name: 'ix_export_user', columnNames: ['user_id', 'id'] },
        { name: 'ix_export_expires', columnNames: ['expires_at'] },
      ],
      foreignKeys: [ownedByUser('user_id')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('export');
  }
}
