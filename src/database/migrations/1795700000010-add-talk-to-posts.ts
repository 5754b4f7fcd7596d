import { type MigrationInterface, type QueryRunner, TableColumn, TableForeignKey, TableIndex } from 'typeorm';
import { columnOf, moment, ownedByPost } from './support';

const id = (name: string) => ({ name, type: 'bigint', isNullable: true });
const count = (name: string) => ({ name, type: 'int', default: 0 });

const COLUMNS = [
  id('reply_to_id'),
  id('repost_of_id'),
  count('replies_count'),
  count('likes_count'),
  count('reposts_count'),
  { ...moment('edited_at'), isNullable: true },
];

const INDICES = [
  { name: 'ix_post_reply_to', columnNames: ['reply_to_id', 'id'] },
  { name: 'uq_post_repost', columnNames: ['repost_of_id', 'author_id'], isUnique: true },
];

/** Replies, reposts and what is counted with a post. */
export class AddTalkToPosts1795700000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumns(
      'post',
      COLUMNS.map((column) => new TableColumn(columnOf(runner, column))),
    );
    await runner.createIndices(
      'post',
      INDICES.map((index) => new TableIndex(index)),
    );
    await runner.createForeignKey('post', new TableForeignKey(ownedByPost('repost_of_id')));
  }

  async down(runner: QueryRunner): Promise<void> {
    // A repost says nothing without its column.
    await runner.query('DELETE FROM post WHERE repost_of_id IS NOT NULL');
    const table = await runner.getTable('post');
    const [key] = table?.foreignKeys.filter(({ columnNames }) => columnNames.includes('repost_of_id')) ?? [];
    if (key) await runner.dropForeignKey('post', key);
    for (const { name } of INDICES) await runner.dropIndex('post', name);
    await runner.dropColumns(
      'post',
      COLUMNS.map(({ name }) => name),
    );
  }
}
