import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, moment, ownedByUser, text } from './support';

export class CreateSubmissions1795305600007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'submission',
      columns: [
        { name: 'author_id', type: 'bigint', isPrimary: true },
        { ...text('digest', 43), isPrimary: true },
        { name: 'post_id', type: 'bigint' },
        moment('created_at'),
      ],
      indices: [{ name: 'ix_submission_created_at', columnNames: ['created_at'] }],
      foreignKeys: [ownedByUser('author_id')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('submission');
  }
}
