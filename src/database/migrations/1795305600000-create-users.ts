import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, generatedId, moment, text } from './support';

export class CreateUsers1795305600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'user',
      columns: [
        generatedId,
        text('username', 64),
        text('username_key', 64),
        text('email', 120),
        text('email_key', 120),
        { ...text('password_hash', 255), isNullable: true },
        { ...text('about_me', 140), default: "''" },
        { ...text('role', 16), default: "'user'" },
        { name: 'posts_count', type: 'int', default: 0 },
        { name: 'followers_count', type: 'int', default: 0 },
        { name: 'following_count', type: 'int', default: 0 },
        moment('created_at'),
        { ...moment('last_seen_at'), isNullable: true },
      ],
      indices: [
        { name: 'uq_user_username_key', columnNames: ['username_key'], isUnique: true },
        { name: 'uq_user_email_key', columnNames: ['email_key'], isUnique: true },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('user');
  }
}
