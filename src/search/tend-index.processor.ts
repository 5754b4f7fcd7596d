import { JobKind, type JobProcessor, type JobRun, Processes } from '../jobs/job-kind';
import { Reindexer } from './index/reindexer.service';

export const TEND_INDEX = new JobKind<Record<string, never>>('search.tend', { everyHours: 24 });

/** Builds the index of a site that has none yet, and ends what was broken off. */
@Processes(TEND_INDEX)
export class TendIndexProcessor implements JobProcessor {
  constructor(private readonly reindexer: Reindexer) {}

  async process(_: Record<string, never>, { signal }: JobRun): Promise<void> {
    if (await this.reindexer.isUnfinished()) await this.reindexer.run(signal);
  }
}
