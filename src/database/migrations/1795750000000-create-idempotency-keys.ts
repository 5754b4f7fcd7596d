import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, moment, text } from './support';

export class CreateIdempotencyKeys1795750000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'idempotency_key',
      columns: [
        { name: 'owner_id', type: 'bigint', isPrimary: true },
        { ...text('digest', 43), isPrimary: true },
        text('request', 43),
        { name: 'answer', type: 'text' },
        moment('created_at'),
      ],
      indices: [{ name: 'ix_idempotency_key_created_at', columnNames: ['created_at'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('idempotency_key');
  }
}
