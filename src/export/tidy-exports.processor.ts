import { JobKind, type JobProcessor, Processes } from '../jobs/job-kind';
import { ExportsService } from './exports.service';

export const TIDY_EXPORTS = new JobKind<Record<string, never>>('export.tidy', { everyHours: 24 });

/** Throws away archives that nobody can fetch any more. */
@Processes(TIDY_EXPORTS)
export class TidyExportsProcessor implements JobProcessor {
  constructor(private readonly exports: ExportsService) {}

  async process(): Promise<void> {
    await this.exports.tidy();
  }
}
