import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { columnOf, createTable, generatedId, moment, ownedByUser, text } from './support';

export class CreateMessages1795700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'message',
      columns: [
        generatedId,
        { name: 'owner_id', type: 'bigint' },
        { name: 'person_id', type: 'bigint' },
        { name: 'is_outgoing', type: 'boolean' },
        { name: 'body', type: 'text' },
        moment('created_at'),
        { ...moment('read_at'), isNullable: true },
        { ...text('digest', 43), isNullable: true },
      ],
      indices: [
        { name: 'ix_message_box', columnNames: ['owner_id', 'is_outgoing', 'id'] },
        { name: 'ix_message_conversation', columnNames: ['owner_id', 'person_id', 'id'] },
        { name: 'ix_message_unread', columnNames: ['owner_id', 'read_at'] },
        { name: 'ix_message_person', columnNames: ['person_id', 'owner_id'] },
        { name: 'uq_message_digest', columnNames: ['owner_id', 'digest'], isUnique: true },
      ],
      foreignKeys: [ownedByUser('owner_id'), ownedByUser('person_id')],
    });
    await runner.addColumn('user', new TableColumn(columnOf(runner, { name: 'unread_messages_count', type: 'int', default: 0 })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('user', 'unread_messages_count');
    await runner.dropTable('message');
  }
}
