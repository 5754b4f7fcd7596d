import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, generatedId, moment, ownedByPost, ownedByUser, text } from './support';

export class CreateReports1795700000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'report',
      columns: [
        generatedId,
        { name: 'reporter_id', type: 'bigint' },
        { name: 'reported_id', type: 'bigint' },
        { name: 'post_id', type: 'bigint', isNullable: true },
        text('reason', 500),
        moment('created_at'),
        { ...moment('closed_at'), isNullable: true },
      ],
      indices: [
        { name: 'ix_report_closed_at', columnNames: ['closed_at', 'id'] },
        { name: 'ix_report_reporter', columnNames: ['reporter_id', 'reported_id'] },
        { name: 'ix_report_reported', columnNames: ['reported_id'] },
        { name: 'ix_report_post', columnNames: ['post_id'] },
      ],
      foreignKeys: [ownedByUser('reporter_id'), ownedByUser('reported_id'), ownedByPost('post_id')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('report');
  }
}
