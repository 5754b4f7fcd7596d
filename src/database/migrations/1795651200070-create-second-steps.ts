import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, moment, ownedByUser, text } from './support';

export class CreateSecondSteps1795651200070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'second_step',
      columns: [
        { name: 'user_id', type: 'bigint', isPrimary: true },
        text('secret', 120),
        { name: 'last_window', type: 'bigint', default: 0 },
        { ...moment('confirmed_at'), isNullable: true },
      ],
      foreignKeys: [ownedByUser('user_id')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('second_step');
  }
}
