import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, generatedId, moment, ownedByPost, ownedByUser, text } from './support';

export class CreateNotifications1795700000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'notification',
      columns: [
        generatedId,
        { name: 'user_id', type: 'bigint' },
        text('kind', 10),
        { name: 'actor_id', type: 'bigint' },
        { name: 'post_id', type: 'bigint', isNullable: true },
        moment('created_at'),
        { ...moment('read_at'), isNullable: true },
      ],
      indices: [
        { name: 'ix_notification_user', columnNames: ['user_id', 'id'] },
        { name: 'ix_notification_unread', columnNames: ['user_id', 'read_at'] },
        { name: 'ix_notification_actor', columnNames: ['actor_id', 'user_id'] },
        { name: 'ix_notification_post', columnNames: ['post_id'] },
      ],
      foreignKeys: [ownedByUser('user_id'), ownedByUser('actor_id'), ownedByPost('post_id')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('notification');
  }
}
