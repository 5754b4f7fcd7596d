import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from './support';

export class CreateTimelineEntries1795800000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'timeline_entry',
      columns: [
        { name: 'owner_id', type: 'bigint', isPrimary: true },
        { name: 'post_id', type: 'bigint', isPrimary: true },
      ],
      foreignKeys: [
        {
          columnNames: ['owner_id'],
          referencedTableName: 'timeline_list',
          referencedColumnNames: ['owner_id'],
          onDelete: 'CASCADE',
          onUpdate: 'NO ACTION',
        },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('timeline_entry');
  }
}
