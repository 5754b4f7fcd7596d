import { SubCommand } from 'nest-commander';
import type { Job } from '../../jobs/job.entity';
import { Jobs } from '../../jobs/jobs.service';
import { ReportCommand, type ReportOptions } from '../base.command';
import { momentText, table } from '../table';

const MOST_DEAD = 20;

@SubCommand({ name: 'status', description: 'count the jobs by kind and state, and list those that were given up' })
export class JobsStatusCommand extends ReportCommand {
  async run(_: string[], options: ReportOptions): Promise<void> {
    const jobs = await this.program.get(Jobs);
    const [counts, dead, oldest] = await Promise.all([jobs.counts(), jobs.dead(MOST_DEAD), jobs.oldestDue()]);
    const parts = [
      counts.length > 0
        ? table(
            ['kind', 'state', 'jobs'],
            counts.map(({ kind, state, count }) => [kind, state, count]),
          )
        : 'There are no jobs.',
      ...(oldest ? [`The longest due waits since ${momentText(oldest)} (UTC).`] : []),
      ...(dead.length > 0
        ? [
            table(
              ['dead', 'kind', 'attempts', 'ended (UTC)', 'last error'],
              dead.map((job) => [job.id, job.kind, job.attempts, momentText(job.finishedAt), job.lastError]),
            ),
          ]
        : []),
    ];
    this.report(options, { counts, oldestDue: oldest, dead: dead.map(factsOf) }, parts.join('\n\n'));
  }
}

/** Not what the job was told: that is somebody's. */
const factsOf = ({ id, kind, attempts, createdAt, finishedAt, lastError }: Job) => {
  return { id, kind, attempts, createdAt, finishedAt, lastError };
};
