import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, generatedId, moment, ownedByUser } from './support';

export class CreateApiTokens1795305600006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'api_token',
      columns: [generatedId, { name: 'user_id', type: 'bigint' }, moment('issued_at'), moment('expires_at')],
      indices: [{ name: 'ix_api_token_user', columnNames: ['user_id', 'expires_at'] }],
      foreignKeys: [ownedByUser('user_id')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('api_token');
  }
}
