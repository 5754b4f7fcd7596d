import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, moment, ownedByUser, text } from './support';

export class CreateRememberedBrowsers1795305600005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'remembered_browser',
      columns: [
        { ...text('id', 22), isPrimary: true },
        { name: 'user_id', type: 'bigint' },
        text('secret_hash', 43),
        { ...text('previous_hash', 43), default: "''" },
        moment('rotated_at'),
        moment('expires_at'),
      ],
      indices: [{ name: 'ix_remembered_browser_user', columnNames: ['user_id'] }],
      foreignKeys: [ownedByUser('user_id')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('remembered_browser');
  }
}
