import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, moment, ownedByUser, text } from './support';

export class CreateTrustedDevices1795651200072 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'trusted_device',
      columns: [
        { ...text('id', 43), isPrimary: true },
        { name: 'user_id', type: 'bigint' },
        { ...text('user_agent', 255), default: "''" },
        moment('created_at'),
        moment('expires_at'),
      ],
      indices: [{ name: 'ix_trusted_device_user', columnNames: ['user_id'] }],
      foreignKeys: [ownedByUser('user_id')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('trusted_device');
  }
}
