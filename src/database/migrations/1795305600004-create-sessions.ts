import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, moment, ownedByUser, text } from './support';

export class CreateSessions1795305600004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'session',
      columns: [
        { ...text('id', 43), isPrimary: true },
        { name: 'user_id', type: 'bigint' },
        { ...text('remembered_id', 22), isNullable: true },
        { ...text('user_agent', 255), default: "''" },
        moment('created_at'),
        moment('expires_at'),
      ],
      indices: [{ name: 'ix_session_user', columnNames: ['user_id'] }],
      foreignKeys: [ownedByUser('user_id')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('session');
  }
}
