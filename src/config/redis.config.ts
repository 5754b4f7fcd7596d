import type { Environment } from './environment';

/** Whether there is a Redis, and where. */
export class RedisConfig {
  /** `redis://…` or `rediss://…`; absent: jobs are worked and limits are counted without one. */
  readonly url: string | undefined;

  constructor(environment: Environment) {
    this.url = environment.url('REDIS_URL', ['redis:', 'rediss:'])?.href;
  }
}
