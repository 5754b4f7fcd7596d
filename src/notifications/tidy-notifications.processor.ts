import { JobKind, type JobProcessor, type JobRun, Processes } from '../jobs/job-kind';
import { NotificationsService } from './notifications.service';

export const TIDY_NOTIFICATIONS = new JobKind<Record<string, never>>('notifications.tidy', { everyHours: 24 });

/** Forgets what was read long ago. */
@Processes(TIDY_NOTIFICATIONS)
export class TidyNotificationsProcessor implements JobProcessor {
  constructor(private readonly notifications: NotificationsService) {}

  async process(_: Record<string, never>, { signal }: JobRun): Promise<void> {
    await this.notifications.tidy(signal);
  }
}
