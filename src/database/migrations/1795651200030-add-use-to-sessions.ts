import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { columnOf, moment, text } from './support';

export class AddUseToSessions1795651200030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const columns = [
      { ...moment('last_used_at'), isNullable: true },
      { ...text('ip', 45), default: "''" },
    ];
    await runner.addColumns(
      'session',
      columns.map((column) => new TableColumn(columnOf(runner, column))),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns('session', ['last_used_at', 'ip']);
  }
}
