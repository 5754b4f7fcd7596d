import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { columnOf, moment } from './support';

export class AddDeletesAtToUsers1795651200060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('user', new TableColumn(columnOf(runner, { ...moment('deletes_at'), isNullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('user', 'deletes_at');
  }
}
