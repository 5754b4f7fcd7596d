import { type JobProcessor, type JobRun, Processes } from '../jobs/job-kind';
import { ExportBuilder } from './export-builder.service';
import { BUILD_EXPORT, type ExportData } from './export.kinds';

/** Makes an archive, and says so when it cannot be made. */
@Processes(BUILD_EXPORT)
export class BuildExportProcessor implements JobProcessor<ExportData> {
  constructor(private readonly builder: ExportBuilder) {}

  process(data: ExportData, { signal }: JobRun): Promise<void> {
    return this.builder.build(data, signal);
  }

  abandon({ exportId }: ExportData): Promise<void> {
    return this.builder.fail(exportId);
  }
}
