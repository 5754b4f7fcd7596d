import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, LessThanOrEqual } from 'typeorm';
import { Database } from '../database/database';
import { Sql } from '../database/sql';
import { Job, type JobState } from './job.entity';

export type NewJob = Pick<Job, 'kind' | 'data' | 'uniqueKey' | 'createdAt' | 'runAt'>;

export interface JobCount {
  readonly kind: string;
  readonly state: JobState;
  readonly count: number;
}

/** Back among those that wait: nobody has it, and Redis was not told. */
const FREE = { state: 'waiting', leaseToken: null, leaseUntil: null, handedAt: null } as const;

/** All SQL of the table `job`. */
@Injectable()
export class JobsRepository {
  constructor(
    private readonly database: Database,
    private readonly sql: Sql,
  ) {}

  /** @throws QueryFailedError when a job with this key is there and not over */
  insert({ kind, data, uniqueKey, createdAt, runAt }: NewJob): Promise<number> {
    return this.sql.insert(
      `INSERT INTO job (kind, data, unique_key, created_at, run_at, state, attempts, last_error) VALUES (?, ?, ?, ?, ?, 'waiting', 0, '')`,
      [kind, data, uniqueKey, createdAt, runAt],
    );
  }

  find(id: number): Promise<Job | null> {
    return this.jobs.findOneBy({ id });
  }

  /** Ids of jobs whose time came before a moment and that nobody has, the longest due first. */
  async due(before: Date, limit: number): Promise<number[]> {
    const rows = await this.sql.all<{ id: number }>(
      `SELECT id FROM job WHERE state = 'waiting' AND run_at <= ? ORDER BY run_at, id LIMIT ${limit}`,
      [before],
    );
    return rows.map(({ id }) => Number(id));
  }

  /** Those of them of which Redis was not told since a moment. */
  async unhanded(now: Date, since: Date, limit: number): Promise<number[]> {
    const rows = await this.sql.all<{ id: number }>(
      `SELECT id FROM job WHERE state = 'waiting' AND run_at <= ? AND (handed_at IS NULL OR handed_at < ?)
       ORDER BY run_at, id LIMIT ${limit}`,
      [now, since],
    );
    return rows.map(({ id }) => Number(id));
  }

  /** Notes that Redis is being told. @returns false when somebody else was faster */
  async hand(id: number, now: Date, since: Date): Promise<boolean> {
    const unhanded = [{ handedAt: IsNull() }, { handedAt: LessThan(since) }];
    const where = unhanded.map((condition) => ({ id, state: 'waiting' as const, ...condition }));
    const { affected } = await this.jobs.createQueryBuilder().update().set({ handedAt: now }).where(where).execute();
    return affected === 1;
  }

  /** Takes a job that is due. @returns null when it is not, or somebody else was faster */
  async claim(id: number, leaseToken: string, now: Date, leaseUntil: Date): Promise<Job | null> {
    const { affected } = await this.jobs
      .createQueryBuilder()
      .update()
      .set({ state: 'running', leaseToken, leaseUntil, attempts: () => 'attempts + 1' })
      .where({ id, state: 'waiting', runAt: LessThanOrEqual(now) })
      .execute();
    return affected === 1 ? this.jobs.findOneBy({ id, leaseToken }) : null;
  }

  /** @returns false when the job was given to somebody else meanwhile */
  async renew({ id, leaseToken }: Job, leaseUntil: Date): Promise<boolean> {
    const { affected } = await this.jobs.update({ id, leaseToken: leaseToken ?? '' }, { leaseUntil });
    return affected === 1;
  }

  /** Over, one way or the other. @returns false when the job was given to somebody else meanwhile */
  async end({ id, leaseToken }: Job, state: 'done' | 'dead', now: Date, lastError = ''): Promise<boolean> {
    const over = { state, leaseToken: null, leaseUntil: null, uniqueKey: null, finishedAt: now, lastError };
    const { affected } = await this.jobs.update({ id, leaseToken: leaseToken ?? '' }, over);
    return affected === 1;
  }

  /** To be tried again. */
  async putBack({ id, leaseToken }: Job, changes: Partial<Pick<Job, 'runAt' | 'lastError' | 'attempts'>>): Promise<void> {
    await this.jobs.update({ id, leaseToken: leaseToken ?? '' }, { ...FREE, ...changes });
  }

  /** Jobs for which nobody has shown to be alive. */
  lapsed(now: Date): Promise<Job[]> {
    return this.jobs.findBy({ state: 'running', leaseUntil: LessThan(now) });
  }

  /** Takes such a job from whoever had it, as a worker would. @returns null when they have shown to be alive after all */
  async seize(job: Job, leaseToken: string, now: Date, leaseUntil: Date): Promise<Job | null> {
    const lapsed = { id: job.id, leaseToken: job.leaseToken ?? '', leaseUntil: LessThan(now) };
    const { affected } = await this.jobs.update(lapsed, { leaseToken, leaseUntil });
    return affected === 1 ? { ...job, leaseToken, leaseUntil } : null;
  }

  async counts(): Promise<JobCount[]> {
    const rows = await this.jobs
      .createQueryBuilder('job')
      .select(['job.kind AS kind', 'job.state AS state', 'COUNT(*) AS count'])
      .groupBy('job.kind')
      .addGroupBy('job.state')
      .orderBy('job.kind')
      .addOrderBy('job.state')
      .getRawMany<JobCount>();
    return rows.map((row) => ({ ...row, count: Number(row.count) }));
  }

  async oldestDue(now: Date): Promise<Date | null> {
    const where = { state: 'waiting' as const, runAt: LessThanOrEqual(now) };
    const job = await this.jobs.findOne({ select: { id: true, runAt: true }, where, order: { runAt: 'ASC' } });
    return job?.runAt ?? null;
  }

  dead(limit: number): Promise<Job[]> {
    return this.jobs.find({ where: { state: 'dead' }, order: { id: 'DESC' }, take: limit });
  }

  /** Dead jobs wait again, from the first attempt on: the one given, else all. */
  async revive(now: Date, id?: number): Promise<number> {
    const where = id === undefined ? { state: 'dead' as const } : { id, state: 'dead' as const };
    const { affected = 0 } = await this.jobs.update(where, {
      ...FREE,
      attempts: 0,
      runAt: now,
      finishedAt: null,
    });
    return affected;
  }

  /** Forgets jobs that were over before a moment, so many at a time. */
  async deleteEnded(states: readonly JobState[], before: Date, limit: number): Promise<number> {
    const found = await this.jobs.find({
      select: { id: true },
      where: { state: In([...states]), finishedAt: LessThan(before) },
      take: limit,
    });
    if (found.length > 0) await this.jobs.delete(found.map(({ id }) => id));
    return found.length;
  }

  private get jobs() {
    return this.database.manager.getRepository(Job);
  }
}
