import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, generatedId, moment, ownedByPost } from './support';

export class CreatePostRevisions1795700000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'post_revision',
      columns: [generatedId, { name: 'post_id', type: 'bigint' }, { name: 'body', type: 'text' }, moment('created_at')],
      indices: [{ name: 'ix_post_revision_post', columnNames: ['post_id', 'id'] }],
      foreignKeys: [ownedByPost('post_id')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('post_revision');
  }
}
