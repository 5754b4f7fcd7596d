import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, moment, ownedByUser, text } from './support';

export class CreateEmailChanges1795651200011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'email_change',
      columns: [{ name: 'user_id', type: 'bigint', isPrimary: true }, text('email', 120), moment('requested_at')],
      foreignKeys: [ownedByUser('user_id')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('email_change');
  }
}
