import { JobKind, type JobProcessor, Processes } from './job-kind';
import { Jobs } from './jobs.service';

export const TIDY_JOBS = new JobKind<Record<string, never>>('jobs.tidy', { everyHours: 24 });

const DAYS = { done: 7, dead: 30 };

/** Forgets jobs that nobody will ask about any more. */
@Processes(TIDY_JOBS)
export class TidyJobsProcessor implements JobProcessor {
  constructor(private readonly jobs: Jobs) {}

  async process(): Promise<void> {
    await this.jobs.prune(DAYS.done, ['done']);
    await this.jobs.prune(DAYS.dead, ['dead']);
  }
}
