import { JobFailedForGood } from '../jobs/jobs.errors';
import { type JobProcessor, type JobRun, Processes } from '../jobs/job-kind';
import { ExportBuilder } from './export-builder.service';
import { BUILD_EXPORT, type ExportData } from './export.kinds';

/** Makes an archive, and says so when it cannot be made. */
@Processes(BUILD_EXPORT)
export class BuildExportProcessor implements JobProcessor<ExportData> {
  constructor(private readonly builder: ExportBuilder) {}

  async process(data: ExportData, { signal, attempt }: JobRun): Promise<void> {
    try {
      await this.builder.build(data, signal);
    } catch (error) {
      if (signal.aborted || attempt < BUILD_EXPORT.maxAttempts) throw error;
      await this.builder.fail(data.exportId);
      throw new JobFailedForGood(String(error), { cause: error });
    }
  }
}
