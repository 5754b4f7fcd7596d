import type { JobsConfig } from '../config/jobs.config';
import type { RedisConfig } from '../config/redis.config';

/** What a process is there for. */
export type ProcessRole = 'web' | 'worker' | 'command';

/** What a process does about jobs. */
export interface JobDuty {
  /** Tells Redis of jobs that wait. */
  readonly relays: boolean;
  /** Works the jobs that Redis brings. */
  readonly worksFromRedis: boolean;
  /** Works the jobs that it finds in the table by itself, when they have been due for so long; undefined: none. */
  readonly worksOverdueMs: number | undefined;
  /** Jobs at a time. */
  readonly concurrency: number;
}

/** Redis had its time to bring it: now whoever looks into the table works it. So jobs go on, if slowly, while Redis is away. */
const REDIS_IS_LATE_MS = 45_000;

// Beside pages few at a time: they share the processor and the connections to the database.
const BESIDE_PAGES = 2;
const ALONE = 5;

export function dutyOf(role: ProcessRole, { mode }: JobsConfig, { url }: RedisConfig): JobDuty {
  const works = role === 'worker' || (role === 'web' && mode !== 'worker');
  const viaRedis = url !== undefined && mode !== 'inline';
  return {
    relays: viaRedis && role !== 'command',
    worksFromRedis: viaRedis && works,
    worksOverdueMs: !works ? undefined : viaRedis ? REDIS_IS_LATE_MS : 0,
    concurrency: role === 'worker' ? ALONE : BESIDE_PAGES,
  };
}
