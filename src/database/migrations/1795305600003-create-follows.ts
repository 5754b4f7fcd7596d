import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, moment, ownedByUser } from './support';

export class CreateFollows1795305600003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'follow',
      columns: [
        { name: 'follower_id', type: 'bigint', isPrimary: true },
        { name: 'followed_id', type: 'bigint', isPrimary: true },
        moment('created_at'),
      ],
      indices: [{ name: 'ix_follow_followed', columnNames: ['followed_id', 'follower_id'] }],
      foreignKeys: [ownedByUser('follower_id'), ownedByUser('followed_id')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('follow');
  }
}
