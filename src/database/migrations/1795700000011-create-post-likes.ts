import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, moment, ownedByPost, ownedByUser } from './support';

export class CreatePostLikes1795700000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'post_like',
      columns: [
        { name: 'user_id', type: 'bigint', isPrimary: true },
        { name: 'post_id', type: 'bigint', isPrimary: true },
        moment('created_at'),
      ],
      indices: [{ name: 'ix_post_like_post', columnNames: ['post_id', 'user_id'] }],
      foreignKeys: [ownedByUser('user_id'), ownedByPost('post_id')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('post_like');
  }
}
