import { type MigrationInterface, type QueryRunner, TableColumn, TableForeignKey } from 'typeorm';
import { columnOf, ownedByPost } from './support';

/** A report outlives the post that it is about, and knows what that said. */
export class AddPostBodyToReports1795900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('report', new TableColumn(columnOf(runner, { name: 'post_body', type: 'text', isNullable: true })));
    // Of those that wait: what is closed is not shown any more.
    await runner.query(
      'UPDATE report SET post_body = (SELECT p.body FROM post p WHERE p.id = report.post_id) WHERE closed_at IS NULL',
    );
    await replaceKey(runner, 'SET NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await replaceKey(runner, 'CASCADE');
    await runner.dropColumn('report', 'post_body');
  }
}

async function replaceKey(runner: QueryRunner, onDelete: 'CASCADE' | 'SET NULL'): Promise<void> {
  const table = await runner.getTable('report');
  const [key] = table?.foreignKeys.filter(({ columnNames }) => columnNames.includes('post_id')) ?? [];
  if (key) await runner.dropForeignKey('report', key);
  await runner.createForeignKey('report', new TableForeignKey({ ...ownedByPost('post_id'), onDelete }));
}
