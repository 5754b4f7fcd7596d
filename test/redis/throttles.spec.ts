import { Logger } from '@nestjs/common';
import { RedisConfig } from '../../src/config/redis.config';
import { Environment } from '../../src/config/environment';
import { LimiterStore } from '../../src/throttling/limiter-store';
import { LIMITS } from '../../src/throttling/limits';
import { Throttles } from '../../src/throttling/throttles.service';
import { TooManyRequests } from '../../src/throttling/too-many-requests';
import { RedisServer } from '../support/redis-server';
import { until } from '../support/until';

// What goes wrong here goes wrong on purpose.
Logger.overrideLogger(false);

const MOST = LIMITS.guessesAtAccount.times;

let redis: RedisServer;
const stores: LimiterStore[] = [];

beforeEach(async () => {
  redis = await RedisServer.onFreePort();
});
afterEach(async () => {
  for (const store of stores.splice(0)) store.onApplicationShutdown();
  await redis.kill();
});

/** The throttles of one process. */
function throttles(url?: string): Throttles {
  const store = new LimiterStore(new RedisConfig(new Environment(url === undefined ? {} : { REDIS_URL: url })));
  stores.push(store);
  return new Throttles(store);
}

const take = (one: Throttles, key = 'susan'): Promise<boolean> => one.tryTake('guessesAtAccount', key);

/** How many of so many tries are let through, all at once, each by another of the processes. */
async function allowed(tries: number, ...processes: Throttles[]): Promise<number> {
  const answers = await Promise.all(Array.from({ length: tries }, (_, i) => take(processes[i % processes.length]!)));
  return answers.filter(Boolean).length;
}

async function connected(): Promise<Throttles> {
  const one = throttles(redis.url);
  // Until it is, each process counts for itself.
  await until(() => (stores.at(-1) as unknown as { redis: { status: string } }).redis.status === 'ready');
  return one;
}

// One contract: in memory, and in Redis.
describe.each([
  ['in memory', () => Promise.resolve(throttles())],
  ['in Redis', async () => (await redis.start(), connected())],
])('a limit %s', (_, make) => {
  it('lets so many through, and tells when there is room again', async () => {
    const one = await make();

    expect(await allowed(MOST + 5, one)).toBe(MOST);
    const refusal = await one.take('guessesAtAccount', 'susan').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(TooManyRequests);
    expect((refusal as TooManyRequests).retryAfterSeconds).toBeGreaterThan(LIMITS.guessesAtAccount.seconds - 60);
    expect((refusal as TooManyRequests).retryAfterSeconds).toBeLessThanOrEqual(LIMITS.guessesAtAccount.seconds);
  });

  it('is each key’s own, and each limit’s', async () => {
    const one = await make();
    await allowed(MOST, one);

    expect(await take(one, 'john')).toBe(true);
    expect(await one.tryTake('guessesFromAddress', 'susan')).toBe(true);
    expect(await take(one)).toBe(false);
  });

  it('takes back what was no guess, and begins anew', async () => {
    const one = await make();
    await allowed(MOST, one);
    await one.giveBack('guessesAtAccount', 'susan');
    expect([await take(one), await take(one)]).toEqual([true, false]);
    await one.forget('guessesAtAccount', 'susan');
    expect(await allowed(MOST + 1, one)).toBe(MOST);
  });
});

describe('processes that share a Redis', () => {
  it('count together', async () => {
    await redis.start();

    expect(await allowed(MOST + 10, await connected(), await connected())).toBe(MOST);
  });

  it('count for themselves while it is away, has died, or says nothing, and keep nobody waiting', async () => {
    const away = throttles(redis.url);
    expect(await allowed(MOST + 1, away)).toBe(MOST);

    await redis.start();
    const one = await connected();
    redis.stall();
    expect(await allowed(MOST + 1, one)).toBe(MOST);
    redis.goOn();
    await redis.kill();
    expect(await take(one, 'john')).toBe(true);
  });
});
