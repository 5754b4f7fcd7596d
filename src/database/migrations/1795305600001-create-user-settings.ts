import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, ownedByUser, text } from './support';

export class CreateUserSettings1795305600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'user_settings',
      columns: [
        { name: 'user_id', type: 'bigint', isPrimary: true },
        { ...text('locale', 16), isNullable: true },
        { ...text('theme', 8), default: "'auto'" },
      ],
      foreignKeys: [ownedByUser('user_id')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('user_settings');
  }
}
