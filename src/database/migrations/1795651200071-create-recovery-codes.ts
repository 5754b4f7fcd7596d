import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, ownedByUser, text } from './support';

export class CreateRecoveryCodes1795651200071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'recovery_code',
      columns: [
        { name: 'user_id', type: 'bigint', isPrimary: true },
        { ...text('code_hash', 43), isPrimary: true },
      ],
      foreignKeys: [ownedByUser('user_id')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('recovery_code');
  }
}
