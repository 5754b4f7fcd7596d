import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { columnOf, text } from './support';

export class AddTimeZoneToUserSettings1795651200080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const column = { ...text('time_zone', 64), isNullable: true };
    await runner.addColumn('user_settings', new TableColumn(columnOf(runner, column)));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('user_settings', 'time_zone');
  }
}
