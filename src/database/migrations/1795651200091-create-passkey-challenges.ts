import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, moment, text } from './support';

export class CreatePasskeyChallenges1795651200091 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'passkey_challenge',
      columns: [
        { ...text('id', 43), isPrimary: true },
        { name: 'user_id', type: 'bigint', isNullable: true },
        moment('expires_at'),
      ],
      indices: [{ name: 'ix_passkey_challenge_expires_at', columnNames: ['expires_at'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('passkey_challenge');
  }
}
