import type { JobsConfig } from '../../../config/jobs.config';
import type { DatabaseView } from '../../../database/look';
import { JobsRepository } from '../../../jobs/jobs.repository';
import { counted, momentText } from '../../table';
import { okUnless, type Outcome, skipped, warning } from '../finding';
import type { Opened } from '../sources';

// Whoever works them looks every second; without Redis' help, or when it is away, a job begins within a minute.
const LONG_MS = 5 * 60_000;

export async function checkJobs(opened: Opened<DatabaseView>, { mode }: JobsConfig, now: Date): Promise<readonly Outcome[]> {
  if (opened.closed) return [skipped('the database cannot be asked')];
  const { database, sql, migrations } = opened.service;
  if (migrations.some(({ appliedAt }) => appliedAt === null)) return [skipped('the tables are not up to date')];

  const jobs = new JobsRepository(database, sql);
  const [counts, oldest] = [await jobs.counts(), await jobs.oldestDue(now)];
  const total = (state: string): number => counts.filter((row) => row.state === state).reduce((sum, row) => sum + row.count, 0);
  const wrong: Outcome[] = [];
  if (oldest && now.getTime() - oldest.getTime() > LONG_MS) {
    const advice = mode === 'worker' ? 'Start a worker: "npm run worker".' : 'Start the site: "npm start".';
    wrong.push(warning(`nobody works them: the longest due waits since ${momentText(oldest)} (UTC)`, advice));
  }
  if (total('dead') > 0) {
    const advice = '"microblog jobs status" says why, "microblog jobs retry" tries again, "microblog jobs prune" forgets.';
    wrong.push(warning(`${counted(total('dead'), 'job')} given up`, advice));
  }
  return okUnless(`${total('waiting')} waiting, ${total('running')} running, none given up`, wrong);
}
