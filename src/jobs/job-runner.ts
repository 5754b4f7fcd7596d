import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../common/clock';
import { Transaction } from '../database/transaction';
import type { Job } from './job.entity';
import type { JobData, JobRun } from './job-kind';
import { JobProcessors, type Worked } from './job-processors';
import { JobFailedForGood } from './jobs.errors';
import { JobsRepository } from './jobs.repository';
import { Jobs } from './jobs.service';
import { retryDelayMs } from './retry-delay';

/** Whoever says nothing for so long is dead. */
const LEASE_MS = 30_000;
const RENEW_EVERY_MS = 10_000;
/** A kind that is not known here waits for the version that knows it. */
const UNKNOWN_AGAIN_MS = 60_000;
const LONGEST_ERROR = 500;

/** Runs single jobs: takes the row, has its processor do the work, notes how it ended. Of several who try one at once, one gets it. */
@Injectable()
export class JobRunner {
  private readonly logger = new Logger('Jobs');
  private readonly running = new Set<Promise<boolean>>();
  private isStopping = false;
  private readonly stopping = new AbortController();

  constructor(
    private readonly repository: JobsRepository,
    private readonly jobs: Jobs,
    private readonly processors: JobProcessors,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** Runs a job, if it is due and nobody else has it. Never throws for what the job did. @returns whether it ran here */
  async run(id: number): Promise<boolean> {
    if (this.isStopping) return false;
    const attempt = this.attempt(id);
    this.running.add(attempt);
    return attempt.finally(() => this.running.delete(attempt));
  }

  /** Runs all that is due, one after the other: for tests, which wait for the end of it. @returns how many ran */
  async runDue(): Promise<number> {
    for (let count = 0; ;) {
      const [id] = await this.repository.due(this.clock.now(), 1);
      if (id === undefined || this.isStopping) return count;
      if (await this.run(id)) count++;
    }
  }

  /** Takes the jobs whose workers have died from them. Each is tried again, later each time: it may be the job that kills them. */
  async freeLapsed(): Promise<void> {
    for (const lapsed of await this.repository.lapsed(this.clock.now())) {
      try {
        await this.free(lapsed);
      } catch (error) {
        // The next ones must not wait for it. Its lease runs out again.
        this.logger.error({ event: 'job.freeFailed', ...factsOf(lapsed), err: error });
      }
    }
  }

  private async free(lapsed: Job): Promise<void> {
    const job = await this.repository.seize(lapsed, randomUUID(), this.clock.now(), this.leaseEnd());
    if (!job) return;
    this.logger.warn({ event: 'job.lapsed', ...factsOf(job) });
    const known = this.processors.find(job.kind);
    if (known) await this.triedInVain(job, known, new Error('The worker died'));
    else await this.repository.putBack(job, { runAt: this.after(UNKNOWN_AGAIN_MS) });
  }

  /** Begins nothing more, and lets the jobs in hand come to their end for a while; what is not done then is given back. */
  async stop(patienceMs: number): Promise<void> {
    this.isStopping = true;
    const cut = setTimeout(() => this.stopping.abort(), patienceMs);
    // A row whose end cannot be noted, for the database is away, must not hold up the end of the process: its lease runs out.
    await Promise.allSettled(this.running);
    clearTimeout(cut);
  }

  private async attempt(id: number): Promise<boolean> {
    const job = await this.repository.claim(id, randomUUID(), this.clock.now(), this.leaseEnd());
    if (job) await this.work(job);
    return job !== null;
  }

  private async work(job: Job): Promise<void> {
    const known = this.processors.find(job.kind);
    if (!known) return this.repository.putBack(job, { runAt: this.after(UNKNOWN_AGAIN_MS), attempts: job.attempts - 1 });
    const renewing = setInterval(() => void this.renew(job), RENEW_EVERY_MS);
    const started = performance.now();
    try {
      await this.orAborted(known.processor.process(JSON.parse(job.data) as JobData, this.runOf(job)));
      await this.ended(job, known, 'done');
      const tookMs = Math.round(performance.now() - started);
      this.logger.log({ event: 'job.done', ...factsOf(job), tookMs });
    } catch (error) {
      await this.failed(job, known, error);
    } finally {
      clearInterval(renewing);
    }
  }

  private runOf({ id, attempts, createdAt, ...job }: Job): JobRun {
    const key = `${job.kind}.${id}.${createdAt.getTime().toString(36)}`;
    return { id, attempt: attempts, key, signal: this.stopping.signal };
  }

  /** A processor that does not listen to the signal must not hold up the end. */
  private orAborted(work: Promise<void>): Promise<void> {
    const { signal } = this.stopping;
    return new Promise((resolve, reject) => {
      const abort = (): void => reject(new Error('The process stops'));
      if (signal.aborted) abort();
      signal.addEventListener('abort', abort, { once: true });
      work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
    });
  }

  private async renew(job: Job): Promise<void> {
    try {
      await this.repository.renew(job, this.leaseEnd());
    } catch (error) {
      this.logger.warn({ event: 'job.renewFailed', jobId: job.id, err: error });
    }
  }

  private async failed(job: Job, known: Worked, error: unknown): Promise<void> {
    if (!this.stopping.signal.aborted) return this.triedInVain(job, known, error);
    await this.repository.putBack(job, { attempts: job.attempts - 1 });
    this.logger.log({ event: 'job.returned', ...factsOf(job) });
  }

  private async triedInVain(job: Job, known: Worked, error: unknown): Promise<void> {
    const lastError = String(error).slice(0, LONGEST_ERROR);
    if (error instanceof JobFailedForGood || job.attempts >= known.kind.maxAttempts) {
      await this.ended(job, known, 'dead', lastError);
      this.logger.error({ event: 'job.dead', ...factsOf(job), err: error });
      return;
    }
    const delayMs = retryDelayMs(job.attempts);
    await this.repository.putBack(job, { runAt: this.after(delayMs), lastError });
    this.logger.warn({ event: 'job.failed', ...factsOf(job), againInMs: delayMs, err: error });
  }

  private async ended(job: Job, { kind, processor }: Worked, state: 'done' | 'dead', lastError?: string): Promise<void> {
    await this.transaction.run(async () => {
      if (!(await this.repository.end(job, state, this.clock.now(), lastError))) return;
      if (state === 'dead') await processor.abandon?.(JSON.parse(job.data) as JobData);
      await this.jobs.addNext(kind);
    });
  }

  private leaseEnd(): Date {
    return this.after(LEASE_MS);
  }

  private after(ms: number): Date {
    return new Date(this.clock.now().getTime() + ms);
  }
}

const factsOf = ({ id, kind, attempts }: Job) => ({ jobId: id, kind, attempt: attempts });
