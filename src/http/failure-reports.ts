import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../common/clock';
import { RecentCache } from '../common/recent-cache';
import { MailConfig } from '../config/mail.config';
import { Jobs } from '../jobs/jobs.service';
import { FAILURE_MAIL, type Failure } from './failure-mail.processor';

/** A fault that shows in every request is one mail, and another one if it still shows after this. */
const AGAIN_AFTER_MS = 15 * 60 * 1000;
const LONGEST_TRACE = 10_000;
const FAULTS = 100;

/** Tells the admins when something broke of which nobody thought. */
@Injectable()
export class FailureReports {
  private readonly logger = new Logger('Http');
  private readonly reported = new RecentCache<number>(FAULTS);

  constructor(
    private readonly mail: MailConfig,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** Returns at once, and never throws: it is called where something broke already. */
  report(error: unknown, failure: Omit<Failure, 'trace'>): void {
    if (this.mail.admins.length === 0) return;
    const trace = String(error instanceof Error ? error.stack : error).slice(0, LONGEST_TRACE);
    if (this.isKnown(trace)) return;
    void this.tell({ ...failure, trace });
  }

  private isKnown(trace: string): boolean {
    const now = this.clock.now().getTime();
    // Where it broke, without the message, which may hold the id of this or that row.
    const place = trace.split('\n').slice(1, 4).join('\n') || trace;
    if (now - (this.reported.get(place) ?? 0) < AGAIN_AFTER_MS) return true;
    this.reported.set(place, now);
    return false;
  }

  private async tell(failure: Failure): Promise<void> {
    try {
      for (const to of this.mail.admins) await this.jobs.add(FAILURE_MAIL, { ...failure, to });
    } catch (error) {
      this.logger.error({ event: 'failure.untold', requestId: failure.requestId, err: error });
    }
  }
}
