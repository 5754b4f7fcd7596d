import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Queue } from 'bull';
import { Clock } from '../../common/clock';
import { within } from '../../common/within';
import { JobBell } from '../job-bell';
import { JobRunner } from '../job-runner';
import { JobsRepository } from '../jobs.repository';
import { JOB_QUEUE, type JobNews } from './job-queue';

const LOOK_EVERY_MS = 1_000;
/** After so long without effect the news is taken for lost, and told again. */
const TELL_AGAIN_MS = 30_000;
const BATCH = 200;
/** Redis may have stalled: it is open and says nothing. */
const PATIENCE_MS = 2_000;
const PING_PATIENCE_MS = 1_000;

/**
 * The relay between the table and Bull. Redis is told of each job that is due, and brings the news to a worker, who looks into the table.
 * Whether Redis is away, stalls or forgets: the row is there, and is told again.
 */
@Injectable()
export class RedisCourier {
  private readonly logger = new Logger('Jobs');
  private timer?: NodeJS.Timeout;
  private relaying = false;
  private isAway = false;

  constructor(
    @Inject(JOB_QUEUE) private readonly queue: Queue<JobNews>,
    private readonly jobs: JobsRepository,
    private readonly runner: JobRunner,
    private readonly clock: Clock,
    bell: JobBell,
  ) {
    bell.onRing((id) => void this.tell([id]));
    // Nest closes the queue by waiting for Redis, which may be away. `stop` does it with less patience.
    Object.assign(queue, { onApplicationShutdown: () => undefined });
    queue.on('error', (error: Error) => this.noteAway(error));
    // Bull turns it off. Without it, ioredis takes a connection that is dropped as soon as it is open, by a proxy for one, for ready for ever.
    queue.client.options.enableReadyCheck = true;
  }

  /** Begins to tell Redis what waits. */
  startRelay(): void {
    this.timer = setInterval(() => void this.relay(), LOOK_EVERY_MS);
    void this.relay();
  }

  /** Begins to work what Redis brings, so many jobs at a time. */
  startWork(concurrency: number): void {
    // Waits for a Redis that is not there yet, and goes on by itself when it comes back. When it goes at the very moment of the start, Bull
    // begins nothing: then the poller works what is overdue, until the next start.
    this.queue.process(concurrency, ({ data }) => this.runner.run(data.id)).catch((error: Error) => this.noteAway(error));
  }

  async isThere(): Promise<boolean> {
    try {
      await within(PING_PATIENCE_MS, this.queue.client.ping());
      this.noteBack();
      return true;
    } catch (error) {
      this.noteAway(error as Error);
      return false;
    }
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await within(PATIENCE_MS, this.queue.close(true)).catch((error: Error) => this.noteAway(error));
    for (const client of this.queue.clients) client.disconnect();
  }

  private async relay(): Promise<void> {
    if (this.relaying || !this.isReady) return;
    this.relaying = true;
    try {
      const now = this.clock.now();
      await this.tell(await this.jobs.unhanded(now, toldBefore(now), BATCH));
    } catch (error) {
      this.logger.warn({ event: 'jobs.relayFailed', err: error });
    } finally {
      this.relaying = false;
    }
  }

  private async tell(ids: readonly number[]): Promise<void> {
    if (!this.isReady) return;
    try {
      for (const id of ids) {
        const now = this.clock.now();
        if (!(await this.jobs.hand(id, now, toldBefore(now)))) continue;
        // The id of the row is the id of the news: told again while it still lies there, it is not there twice.
        await within(PATIENCE_MS, this.queue.add({ id }, { jobId: id }));
        this.noteBack();
      }
    } catch (error) {
      this.noteAway(error as Error);
    }
  }

  private get isReady(): boolean {
    return this.queue.client.status === 'ready';
  }

  private noteAway(error: Error): void {
    if (!this.isAway) this.logger.warn({ event: 'jobs.redisAway', err: error });
    this.isAway = true;
  }

  private noteBack(): void {
    if (this.isAway) this.logger.log({ event: 'jobs.redisBack' });
    this.isAway = false;
  }
}

const toldBefore = (now: Date): Date => new Date(now.getTime() - TELL_AGAIN_MS);
