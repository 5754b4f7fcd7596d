import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, generatedId, moment, ownedByPost, ownedByUser } from './support';

export class CreateBookmarks1795700000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'bookmark',
      columns: [generatedId, { name: 'user_id', type: 'bigint' }, { name: 'post_id', type: 'bigint' }, moment('created_at')],
      indices: [
        { name: 'uq_bookmark', columnNames: ['user_id', 'post_id'], isUnique: true },
        { name: 'ix_bookmark_user', columnNames: ['user_id', 'id'] },
        { name: 'ix_bookmark_post', columnNames: ['post_id'] },
      ],
      foreignKeys: [ownedByUser('user_id'), ownedByPost('post_id')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('bookmark');
  }
}
