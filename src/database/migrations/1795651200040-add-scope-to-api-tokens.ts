import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { columnOf, moment, text } from './support';

export class AddScopeToApiTokens1795651200040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const columns = [
      { ...text('name', 60), default: "''" },
      { ...text('scope', 8), default: "'write'" },
      { ...moment('last_used_at'), isNullable: true },
    ];
    await runner.addColumns(
      'api_token',
      columns.map((column) => new TableColumn(columnOf(runner, column))),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns('api_token', ['name', 'scope', 'last_used_at']);
  }
}
