import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, generatedId, moment, ownedByUser, text } from './support';

export class CreatePosts1795305600002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'post',
      columns: [
        generatedId,
        { name: 'author_id', type: 'bigint' },
        { name: 'body', type: 'text' },
        { ...text('language', 5), default: "''" },
        moment('created_at'),
      ],
      indices: [{ name: 'ix_post_author', columnNames: ['author_id', 'id'] }],
      foreignKeys: [ownedByUser('author_id')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('post');
  }
}
