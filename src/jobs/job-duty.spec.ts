import { JobsConfig } from '../config/jobs.config';
import { Environment } from '../config/environment';
import { RedisConfig } from '../config/redis.config';
import { dutyOf, type ProcessRole } from './job-duty';

const REDIS_URL = 'redis://127.0.0.1:6379';

function duty(role: ProcessRole, variables: Record<string, string>) {
  const environment = new Environment(variables);
  const redis = new RedisConfig(environment);
  return dutyOf(role, new JobsConfig(environment, redis), redis);
}

describe('what a process does about jobs', () => {
  it.each<[ProcessRole, Record<string, string>, [relays: boolean, fromRedis: boolean, overdueMs: number | undefined]]>([
    ['web', {}, [false, false, 0]],
    ['web', { REDIS_URL }, [true, true, 45_000]],
    ['web', { REDIS_URL, JOBS: 'worker' }, [true, false, undefined]],
    ['web', { REDIS_URL, JOBS: 'inline' }, [false, false, 0]],
    ['worker', { REDIS_URL, JOBS: 'worker' }, [true, true, 45_000]],
    ['worker', { REDIS_URL, JOBS: 'inline' }, [false, false, 0]],
    ['command', {}, [false, false, undefined]],
    ['command', { REDIS_URL }, [false, false, undefined]],
  ])('%s with %j', (role, variables, [relays, worksFromRedis, worksOverdueMs]) => {
    expect(duty(role, variables)).toMatchObject({ relays, worksFromRedis, worksOverdueMs });
  });

  it('is fewer at a time beside pages', () => {
    expect(duty('web', {}).concurrency).toBeLessThan(duty('worker', { REDIS_URL }).concurrency);
  });
});
