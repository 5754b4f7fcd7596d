import Redis from 'ioredis';
import type { Finding } from '../../src/commands/doctor/finding';
import { Operator, runHere } from '../integration/commands/operator';
import { RedisServer } from '../support/redis-server';

let operator: Operator;
let redis: RedisServer;

beforeAll(async () => {
  operator = await Operator.withTables();
});
afterAll(() => operator.leave());
beforeEach(async () => {
  redis = await RedisServer.onFreePort();
  await redis.start();
});
afterEach(() => redis.kill());

/** What `microblog doctor` finds about Redis and the clock. */
async function findings(url = redis.url): Promise<Partial<Finding>[]> {
  const unopened = () => Promise.reject(new Error('The program was opened'));
  const variables = { ...operator.variables, REDIS_URL: url };
  const { out } = await runHere(['doctor', '--json'], unopened, '', variables);
  const all = JSON.parse(out) as Finding[];
  return all.filter(({ check }) => check === 'redis' || check === 'clock').map(({ state, found }) => ({ state, found }));
}

async function tell(...command: [string, ...string[]]): Promise<unknown> {
  const client = new Redis(redis.url);
  try {
    return await client.call(...command);
  } finally {
    client.disconnect();
  }
}

const found = (state: string, text: RegExp) => ({ state, found: expect.stringMatching(text) });
const SAME_CLOCK = found('ok', /Redis \(0\.\d s apart\)$/);

describe('what the doctor says of Redis', () => {
  it('is its version, its place, and that its clock is ours', async () => {
    expect(await findings(`${redis.url}/3`)).toEqual([found('ok', /^Redis \d.*, database 3 at 127\.0\.0\.1:\d+$/), SAME_CLOCK]);
  });

  it('is that it must not throw away what it holds', async () => {
    await tell('CONFIG', 'SET', 'maxmemory-policy', 'allkeys-lru');

    expect(await findings()).toEqual([found('warning', /allkeys-lru/), SAME_CLOCK]);
  });

  it('is that a replica takes no writes', async () => {
    await tell('REPLICAOF', '127.0.0.1', '1');

    expect(await findings()).toEqual([found('warning', /replica/), SAME_CLOCK]);
  });

  it('is that the password is missing or wrong, and not which', async () => {
    await tell('CONFIG', 'SET', 'requirepass', 'geheim');
    const wrong = await findings(redis.url.replace('//', '//:falsch@'));

    expect(await findings()).toContainEqual(found('failed', /NOAUTH/));
    expect(wrong).toContainEqual(found('failed', /WRONGPASS/));
    expect(JSON.stringify(wrong)).not.toContain('falsch');
    expect(await findings(redis.url.replace('//', '//:geheim@'))).toEqual([found('ok', /^Redis/), SAME_CLOCK]);
  });

  it('is nothing but that it is away, or has stalled', async () => {
    redis.stall();
    const stalled = await findings();
    await redis.kill();

    expect(stalled).toContainEqual(found('failed', /^127\.0\.0\.1:\d+: /));
    expect(await findings()).toContainEqual(found('failed', /ECONNREFUSED/));
  });

  it('leaves nothing in it', async () => {
    await findings();

    expect(await tell('DBSIZE')).toBe(0);
  });
});
