import { TimelineConfig } from '../../config/timeline.config';
import { JobKind, type JobProcessor, type JobRun, Processes } from '../../jobs/job-kind';
import { TimelineLists } from './timeline-lists.service';

export const TIDY_LISTS = new JobKind<Record<string, never>>('timeline.tidyLists', { everyHours: 1 });

/** Keeps lists short, and forgets all of them where nobody reads any. */
@Processes(TIDY_LISTS)
export class TidyListsProcessor implements JobProcessor {
  constructor(
    private readonly lists: TimelineLists,
    private readonly config: TimelineConfig,
  ) {}

  async process(_: Record<string, never>, { signal }: JobRun): Promise<void> {
    if (this.config.strategy === 'push') await this.lists.tidy(signal);
    else await this.lists.forgetAll(signal);
  }
}
