import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, generatedId, moment, text } from './support';

export class CreateJobs1795651100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'job',
      columns: [
        generatedId,
        text('kind', 64),
        { name: 'data', type: 'text' },
        { ...text('state', 8), default: "'waiting'" },
        { ...text('unique_key', 100), isNullable: true },
        { name: 'attempts', type: 'int', default: 0 },
        moment('created_at'),
        moment('run_at'),
        { ...moment('handed_at'), isNullable: true },
        { ...text('lease_token', 36), isNullable: true },
        { ...moment('lease_until'), isNullable: true },
        { ...text('last_error', 500), default: "''" },
        { ...moment('finished_at'), isNullable: true },
      ],
      indices: [
        { name: 'ix_job_due', columnNames: ['state', 'run_at'] },
        { name: 'uq_job_unique_key', columnNames: ['unique_key'], isUnique: true },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('job');
  }
}
