import type { QueryRunner } from 'typeorm';
import { createTable, generatedId } from './migrations/support';

/** A table that is there from the beginning of a restore to its end, where one transaction cannot hold all of it. */
const MARK = 'restore_unfinished';

/** What is in the tables is a part of something. Only a restore may touch them. */
export class UnfinishedRestore extends Error {
  constructor() {
    super(
      'A restore into this database was cut short, so that it holds a part of what it should. Run "microblog restore" again.',
    );
  }
}

/** @throws UnfinishedRestore */
export async function refuseUnfinished(runner: QueryRunner): Promise<void> {
  if (await isUnfinished(runner)) throw new UnfinishedRestore();
}

export const isUnfinished = (runner: QueryRunner): Promise<boolean> => runner.hasTable(MARK);

export async function markUnfinished(runner: QueryRunner): Promise<void> {
  if (!(await isUnfinished(runner))) await createTable(runner, { name: MARK, columns: [generatedId] });
}

export async function unmark(runner: QueryRunner): Promise<void> {
  await runner.query(`DROP TABLE ${MARK}`);
}
