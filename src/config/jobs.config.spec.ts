import { Environment } from './environment';
import { JobsConfig } from './jobs.config';
import { RedisConfig } from './redis.config';

function read(variables: Record<string, string>): { mode: string; url: string | undefined; faults: string[] } {
  const environment = new Environment(variables);
  const redis = new RedisConfig(environment);
  const { mode } = new JobsConfig(environment, redis);
  return { mode, url: redis.url, faults: environment.faults.map(({ name }) => name) };
}

const REDIS_URL = 'redis://127.0.0.1:6379';

describe('who works jobs', () => {
  it.each([
    [{}, 'inline'],
    [{ JOBS: 'inline' }, 'inline'],
    [{ REDIS_URL }, 'both'],
    [{ REDIS_URL, JOBS: 'worker' }, 'worker'],
    [{ REDIS_URL, JOBS: 'inline' }, 'inline'],
    [{ REDIS_URL: 'rediss://:secret@redis.example:6380/2' }, 'both'],
  ])('with %j is %s', (variables, mode) => {
    expect(read(variables)).toMatchObject({ mode, faults: [] });
  });

  it.each([
    [{ JOBS: 'worker' }, ['JOBS']],
    [{ JOBS: 'both' }, ['JOBS']],
    [{ JOBS: 'nobody' }, ['JOBS']],
    [{ REDIS_URL: 'http://127.0.0.1' }, ['REDIS_URL']],
    [{ REDIS_URL: 'localhost' }, ['REDIS_URL']],
  ])('cannot be told by %j', (variables: Record<string, string>, faults) => {
    expect(read(variables).faults).toEqual(faults);
  });
});
