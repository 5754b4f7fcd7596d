import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock';
import { isDuplicate } from '../database/faults';
import { Transaction } from '../database/transaction';
import { JobBell } from './job-bell';
import type { Job } from './job.entity';
import type { JobData, JobKind } from './job-kind';
import { type JobCount, JobsRepository } from './jobs.repository';

const HOUR_MS = 60 * 60 * 1000;
const PRUNE_BATCH = 1_000;

export interface JobOptions {
  /** Not before then; absent: as soon as somebody is free. */
  readonly runAt?: Date;
  /** Nothing is added while a job with this key is not over. */
  readonly uniqueKey?: string;
}

/** Work for later, that is not lost: written in the transaction that asks for it, and begun after its commit. */
@Injectable()
export class Jobs {
  constructor(
    private readonly jobs: JobsRepository,
    private readonly bell: JobBell,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** @returns the id of the job; null when one with the same key is not over */
  async add<Data extends JobData>(kind: JobKind<Data>, data: Data, options: JobOptions = {}): Promise<number | null> {
    const now = this.clock.now();
    const { runAt = now, uniqueKey = null } = options;
    try {
      const id = await this.jobs.insert({ kind: kind.name, data: JSON.stringify(data), uniqueKey, createdAt: now, runAt });
      if (runAt <= now) this.transaction.afterCommit(() => this.bell.ring(id));
      return id;
    } catch (error) {
      if (uniqueKey !== null && isDuplicate(error)) return null;
      throw error;
    }
  }

  /** Adds a job that comes again and again, unless it is there. */
  async ensure(kind: JobKind): Promise<void> {
    await this.add(kind, {}, { uniqueKey: kind.name });
  }

  /** The next time of a job that comes again and again. */
  async addNext(kind: JobKind): Promise<void> {
    if (kind.everyHours === undefined) return;
    const runAt = new Date(this.clock.now().getTime() + kind.everyHours * HOUR_MS);
    await this.add(kind, {}, { uniqueKey: kind.name, runAt });
  }

  counts(): Promise<JobCount[]> {
    return this.jobs.counts();
  }

  /** The dead, the latest first. */
  dead(limit: number): Promise<Job[]> {
    return this.jobs.dead(limit);
  }

  /** Since when the job has been due that waits longest; null when nothing is due. */
  oldestDue(): Promise<Date | null> {
    return this.jobs.oldestDue(this.clock.now());
  }

  /** Tries dead jobs again: the one given, else all. @returns how many */
  retry(id?: number): Promise<number> {
    return this.jobs.revive(this.clock.now(), id);
  }

  /** Forgets what has been done, or given up, for so many days. @returns how many jobs */
  async prune(days: number, states: readonly ('done' | 'dead')[] = ['done', 'dead']): Promise<number> {
    const before = new Date(this.clock.now().getTime() - days * 24 * HOUR_MS);
    for (let total = 0; ;) {
      const deleted = await this.jobs.deleteEnded(states, before, PRUNE_BATCH);
      total += deleted;
      if (deleted < PRUNE_BATCH) return total;
    }
  }
}
