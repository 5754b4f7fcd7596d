import { type BeforeApplicationShutdown, Inject, Injectable, Optional } from '@nestjs/common';
import type { JobDuty } from './job-duty';
import { JobPoller } from './job-poller';
import { JobProcessors } from './job-processors';
import { JobRunner } from './job-runner';
import { Jobs } from './jobs.service';
import { RedisCourier } from './redis/redis-courier';

export const JOB_DUTY = Symbol('what this process does about jobs');

/** Within the 20 s that a process has to stop. */
const PATIENCE_MS = 10_000;

/** Begins and ends what this process does about jobs. Until it is started nothing runs by itself: tests and commands do without. */
@Injectable()
export class JobHost implements BeforeApplicationShutdown {
  constructor(
    @Inject(JOB_DUTY) private readonly duty: JobDuty,
    private readonly poller: JobPoller,
    private readonly runner: JobRunner,
    private readonly processors: JobProcessors,
    private readonly jobs: Jobs,
    @Optional() private readonly redis?: RedisCourier,
  ) {}

  async start(): Promise<void> {
    const { worksOverdueMs, worksFromRedis, concurrency } = this.duty;
    if (this.duty.relays) this.redis?.startRelay();
    if (worksOverdueMs === undefined) return;
    const recurring = this.processors.kinds().filter(({ everyHours }) => everyHours !== undefined);
    for (const kind of recurring) await this.jobs.ensure(kind);
    this.poller.start({ worksOverdueMs, concurrency });
    if (worksFromRedis) this.redis?.startWork(concurrency);
  }

  /** Before the database goes, which it does at `onApplicationShutdown`. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.poller.stop();
    await Promise.all([this.runner.stop(PATIENCE_MS), this.redis?.stop()]);
  }
}
