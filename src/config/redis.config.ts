import type { Environment } from './environment';

/** For every connection to Redis (options of ioredis): soon given up, and soon tried again. */
export const REDIS_CONNECTION = {
  connectTimeout: 2_000,
  retryStrategy: (times: number) => Math.min(times * 100, 1_000),
} as const;

/** For those on which a page waits, too: a Redis that stalls, or is away, is passed over. */
export const IMPATIENT = {
  ...REDIS_CONNECTION,
  commandTimeout: 500,
  maxRetriesPerRequest: 1,
  enableOfflineQueue: false,
} as const;

/** Whether there is a Redis, and where. */
export class RedisConfig {
  /** `redis://…` or `rediss://…`; absent: jobs are worked and limits are counted without one. */
  readonly url: string | undefined;

  constructor(environment: Environment) {
    this.url = environment.url('REDIS_URL', ['redis:', 'rediss:'])?.href;
  }
}
