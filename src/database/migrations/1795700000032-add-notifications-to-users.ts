import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { columnOf, text } from './support';

export class AddNotificationsToUsers1795700000032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn(
      'user',
      new TableColumn(columnOf(runner, { name: 'unread_notifications_count', type: 'int', default: 0 })),
    );
    await runner.addColumn(
      'user_settings',
      new TableColumn(columnOf(runner, { ...text('unwanted_notifications', 100), default: "''" })),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('user_settings', 'unwanted_notifications');
    await runner.dropColumn('user', 'unread_notifications_count');
  }
}
