import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../common/clock';
import { JobBell } from './job-bell';
import type { JobDuty } from './job-duty';
import { JobRunner } from './job-runner';
import { JobsRepository } from './jobs.repository';

const LOOK_EVERY_MS = 1_000;
const FREE_LAPSED_EVERY_MS = 10_000;

/** Looks into the table for jobs that are due, and works them in this process, so many at a time. */
@Injectable()
export class JobPoller {
  private readonly logger = new Logger('Jobs');
  private timers: NodeJS.Timeout[] = [];
  private duty?: Pick<JobDuty, 'worksOverdueMs' | 'concurrency'>;
  private atWork = 0;
  private looking?: Promise<void>;
  private mustLookAgain = false;

  constructor(
    private readonly jobs: JobsRepository,
    private readonly runner: JobRunner,
    private readonly clock: Clock,
    bell: JobBell,
  ) {
    bell.onRing(() => this.wake());
  }

  /** @param duty with `worksOverdueMs`: how long a job must have been due before it is taken here */
  start(duty: Pick<JobDuty, 'worksOverdueMs' | 'concurrency'>): void {
    this.duty = duty;
    const freeLapsed = (): void => void this.safely(() => this.runner.freeLapsed());
    this.timers = [setInterval(() => this.wake(), LOOK_EVERY_MS), setInterval(freeLapsed, FREE_LAPSED_EVERY_MS)];
    freeLapsed();
    this.wake();
  }

  /** Takes nothing more. What is in hand is the runner's affair. */
  async stop(): Promise<void> {
    this.duty = undefined;
    for (const timer of this.timers.splice(0)) clearInterval(timer);
    await this.looking;
  }

  private wake(): void {
    if (!this.duty) return;
    this.mustLookAgain = true;
    this.looking ??= this.look().finally(() => (this.looking = undefined));
  }

  private async look(): Promise<void> {
    while (this.mustLookAgain && this.duty) {
      this.mustLookAgain = false;
      const { worksOverdueMs = 0, concurrency } = this.duty;
      const free = concurrency - this.atWork;
      if (free <= 0) return;
      const dueBefore = new Date(this.clock.now().getTime() - worksOverdueMs);
      for (const id of (await this.safely(() => this.jobs.due(dueBefore, free))) ?? []) void this.work(id);
    }
  }

  private async work(id: number): Promise<void> {
    this.atWork++;
    const ran = await this.safely(() => this.runner.run(id));
    this.atWork--;
    // There may be more. When another process was faster it goes on there: no need to race it for the next one.
    if (ran) this.wake();
  }

  /** The database may be away: the next look is in a second. */
  private async safely<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      this.logger.warn({ event: 'jobs.lookFailed', err: error });
      return undefined;
    }
  }
}
