import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { columnOf, text } from './support';

export class AddUserAgentToRememberedBrowsers1795651200031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const column = { ...text('user_agent', 255), default: "''" };
    await runner.addColumn('remembered_browser', new TableColumn(columnOf(runner, column)));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('remembered_browser', 'user_agent');
  }
}
