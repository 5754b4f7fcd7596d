import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, ownedByPost, text } from './support';

export class CreatePostTags1795700000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'post_tag',
      columns: [
        { ...text('tag', 100), isPrimary: true },
        { name: 'post_id', type: 'bigint', isPrimary: true },
      ],
      indices: [{ name: 'ix_post_tag_post', columnNames: ['post_id'] }],
      foreignKeys: [ownedByPost('post_id')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('post_tag');
  }
}
