import { Redis } from 'ioredis';
import { within } from '../../common/within';
import type { Config } from '../../config/config';
import { compareClocks, readClock } from './clock';
import { about, type Finding, reasonOf } from './finding';

const { ok, warning, failed, skipped } = about('redis');

const PATIENCE_MS = 5_000;

/** Redis, where there is one, and its clock. */
export async function checkRedis({ redis: { url } }: Config): Promise<Finding[]> {
  if (url === undefined) return [skipped('there is no REDIS_URL: work is done and limits are counted in the web process')];
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: PATIENCE_MS,
    // It waits so long for the end of a connection that has ended.
    disconnectTimeout: 1,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
  });
  // The reason of a connection that fails. Without a listener it goes to the log, too.
  let reason: unknown;
  client.on('error', (error) => (reason = error));
  try {
    return await within(PATIENCE_MS, lookInto(client));
  } catch (error) {
    const advice =
      'See that Redis runs, and that REDIS_URL names it and its password. Until then the site works, with what it has itself.';
    return [failed(reasonOf(reason ?? error), advice)];
  } finally {
    client.disconnect();
  }
}

async function lookInto(client: Redis): Promise<Finding[]> {
  await client.connect();
  const info = await client.info();
  const fact = (name: string): string => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? '';
  const clock = await readClock('Redis', async () => {
    const [seconds, micros] = await client.time();
    return Number(seconds) * 1_000 + Number(micros) / 1_000;
  });
  return [policyOf(fact('redis_version'), Number(fact('maxmemory')), fact('maxmemory_policy')), compareClocks(clock)];
}

/** Bull's keys must not be thrown out. */
function policyOf(version: string, maxMemory: number, policy: string): Finding {
  if (maxMemory === 0 || policy === 'noeviction') return ok(`Redis ${version}`);
  const advice =
    'Give Microblog a Redis with "maxmemory-policy noeviction". Nothing is lost until then, but work may begin late.';
  return warning(`Redis ${version} throws out what it carries when it is full (${policy})`, advice);
}
