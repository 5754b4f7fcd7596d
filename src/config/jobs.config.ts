import type { Environment } from './environment';
import type { RedisConfig } from './redis.config';

/** Who works the jobs: the web processes by themselves, `npm run worker`, or either. */
export class JobsConfig {
  readonly mode: 'inline' | 'worker' | 'both';

  constructor(environment: Environment, redis: RedisConfig) {
    // With Redis both: a site whose operator forgot to start a worker sends its mails all the same.
    this.mode = environment.oneOf('JOBS', ['inline', 'worker', 'both'], redis.url === undefined ? 'inline' : 'both');
    if (this.mode !== 'inline' && redis.url === undefined) environment.fault('JOBS', `cannot be ${this.mode} without REDIS_URL`);
  }
}
