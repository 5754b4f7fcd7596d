import { Redis } from 'ioredis';
import { checkRedis } from '../../src/commands/doctor/redis.check';
import { RedisServer } from '../support/redis-server';
import { testConfig } from '../support/test-config';

let redis: RedisServer;
beforeEach(async () => {
  redis = await RedisServer.onFreePort();
});
afterEach(() => redis.kill());

const examined = () => checkRedis(testConfig({ REDIS_URL: redis.url }));

it('is well, and so is its clock', async () => {
  await redis.start();

  expect(await examined()).toMatchObject([
    { subject: 'redis', state: 'ok', found: expect.stringMatching(/^Redis \d/) as string },
    { subject: 'clock', state: 'ok' },
  ]);
});

it('is warned of when it throws out what it carries', async () => {
  await redis.start();
  const client = new Redis(redis.url);
  await client.config('SET', 'maxmemory', '100mb');
  await client.config('SET', 'maxmemory-policy', 'allkeys-lru');
  await client.quit();

  expect(await examined()).toMatchObject([
    { subject: 'redis', state: 'warning', found: expect.stringContaining('allkeys-lru') as string },
    { subject: 'clock', state: 'ok' },
  ]);
});

it('is told when it is away', async () => {
  expect(await examined()).toMatchObject([
    { subject: 'redis', state: 'failed', found: expect.stringContaining('ECONNREFUSED') as string },
  ]);
});
