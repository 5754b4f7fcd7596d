import { JobKind } from '../jobs/job-kind';

export type ExportData = Readonly<{
  exportId: number;
  /** In which language its owner saw the site. */
  locale: string;
}>;

/** Tried for about an hour: whoever waits for an archive wants to know. */
export const BUILD_EXPORT = new JobKind<ExportData>('export.build', { maxAttempts: 50 });

export const EXPORT_MAIL = new JobKind<Readonly<{ exportId: number; userId: number; locale: string }>>('export.mail');
