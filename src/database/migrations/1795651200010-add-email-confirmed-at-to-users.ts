import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { columnOf, moment } from './support';

export class AddEmailConfirmedAtToUsers1795651200010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('user', new TableColumn(columnOf(runner, { ...moment('email_confirmed_at'), isNullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('user', 'email_confirmed_at');
  }
}
