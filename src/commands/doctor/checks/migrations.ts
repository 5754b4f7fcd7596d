import type { DatabaseView } from '../../../database/look';
import { counted } from '../../table';
import { failed, okUnless, type Outcome, skipped } from '../finding';
import type { Opened } from '../sources';

export function checkMigrations(opened: Opened<DatabaseView>): readonly Outcome[] {
  if (opened.closed) return [skipped('the database cannot be asked')];
  const { migrations: known, newerMigrations: newer } = opened.service;
  const waiting = known.filter(({ appliedAt }) => appliedAt === null);
  const wrong: Outcome[] = [];
  if (newer.length > 0) {
    const advice = 'Start that version, or let it take them back with "microblog db downgrade".';
    wrong.push(failed(`the database is newer than this program: ${newer.join(', ')}`, advice));
  }
  if (waiting.length > 0) {
    const advice = 'Run "microblog db upgrade", or start the site, which does the same.';
    wrong.push(failed(`${counted(waiting.length, 'migration')} of ${known.length} not applied yet`, advice));
  }
  return okUnless(`all ${known.length} applied`, wrong);
}
