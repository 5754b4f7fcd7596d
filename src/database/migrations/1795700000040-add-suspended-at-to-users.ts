import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { columnOf, moment } from './support';

export class AddSuspendedAtToUsers1795700000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('user', new TableColumn(columnOf(runner, { ...moment('suspended_at'), isNullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('user', 'suspended_at');
  }
}
