import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, generatedId, moment, text } from './support';

export class CreateAuditEntries1795700000042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'audit_entry',
      columns: [
        generatedId,
        text('actor', 64),
        text('action', 20),
        text('subject', 64),
        { name: 'post_id', type: 'bigint', isNullable: true },
        text('reason', 500),
        moment('created_at'),
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('audit_entry');
  }
}
