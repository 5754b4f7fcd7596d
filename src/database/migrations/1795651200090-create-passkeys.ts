import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, generatedId, moment, ownedByUser, text } from './support';

export class CreatePasskeys1795651200090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'passkey',
      columns: [
        generatedId,
        { name: 'user_id', type: 'bigint' },
        text('credential_id', 512),
        { name: 'public_key', type: 'text' },
        { name: 'counter', type: 'bigint', default: 0 },
        { ...text('transports', 100), default: "''" },
        text('name', 60),
        moment('created_at'),
        { ...moment('last_used_at'), isNullable: true },
      ],
      indices: [
        { name: 'uq_passkey_credential_id', columnNames: ['credential_id'], isUnique: true },
        { name: 'ix_passkey_user', columnNames: ['user_id'] },
      ],
      foreignKeys: [ownedByUser('user_id')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('passkey');
  }
}
