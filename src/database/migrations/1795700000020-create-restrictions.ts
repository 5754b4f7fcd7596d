import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, moment, ownedByUser, text } from './support';

export class CreateRestrictions1795700000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'restriction',
      columns: [
        { name: 'person_id', type: 'bigint', isPrimary: true },
        { name: 'other_id', type: 'bigint', isPrimary: true },
        { ...text('kind', 8), isPrimary: true },
        moment('created_at'),
      ],
      indices: [{ name: 'ix_restriction_other', columnNames: ['other_id'] }],
      foreignKeys: [ownedByUser('person_id'), ownedByUser('other_id')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('restriction');
  }
}
