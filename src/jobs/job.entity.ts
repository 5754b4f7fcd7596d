import { Column, Entity, Index } from 'typeorm';
import { generatedId, momentColumn } from '../database/columns';

/** `waiting` until its time comes and somebody takes it, `running` while somebody has it, `done`, or `dead` when nobody tries any more. */
export const JOB_STATES = ['waiting', 'running', 'done', 'dead'] as const;
export type JobState = (typeof JOB_STATES)[number];

/**
 * Work to be done after the transaction that asked for it (transactional outbox). The row is the truth: whatever carries the news of it,
 * Redis for one, may lose it.
 */
@Entity({ name: 'job' })
@Index('ix_job_due', ['state', 'runAt'])
export class Job {
  @Column(generatedId)
  id!: number;

  /** Name of its kind, such as `auth.resetMail`. */
  @Column({ type: 'varchar', length: 64 })
  kind!: string;

  /** JSON. Ids, not what they stand for: the job reads the rest when it runs. */
  @Column({ type: 'text' })
  data!: string;

  @Column({ type: 'varchar', length: 8, default: 'waiting' })
  state!: JobState;

  /** Of jobs that are not over, one at most has this key. Null once it is over. */
  @Index('uq_job_unique_key', { unique: true })
  @Column({ name: 'unique_key', type: 'varchar', length: 100, nullable: true })
  uniqueKey!: string | null;

  /** How often it was begun. */
  @Column({ type: 'int', default: 0 })
  attempts!: number;

  @Column(momentColumn({ name: 'created_at' }))
  createdAt!: Date;

  /** Not before then. */
  @Column(momentColumn({ name: 'run_at' }))
  runAt!: Date;

  /** When Redis was last told of it; null while it was not, for this attempt. */
  @Column({ ...momentColumn({ name: 'handed_at' }), nullable: true })
  handedAt!: Date | null;

  /** Who has it. Drawn anew at each attempt, so that a worker that was believed dead cannot end the attempt of another. */
  @Column({ name: 'lease_token', type: 'varchar', length: 36, nullable: true })
  leaseToken!: string | null;

  /** Whoever has it says until then that it is alive; later it is given to others. */
  @Column({ ...momentColumn({ name: 'lease_until' }), nullable: true })
  leaseUntil!: Date | null;

  @Column({ name: 'last_error', type: 'varchar', length: 500, default: '' })
  lastError!: string;

  @Column({ ...momentColumn({ name: 'finished_at' }), nullable: true })
  finishedAt!: Date | null;
}
