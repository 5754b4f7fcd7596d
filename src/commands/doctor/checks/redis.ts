import type Redis from 'ioredis';
import { okUnless, type Outcome, warning } from '../finding';
import type { Opened } from '../sources';

export async function checkRedis(opened: Opened<Redis>): Promise<readonly Outcome[]> {
  if (opened.closed) return [opened.closed];
  const redis = opened.service;
  // Not CONFIG GET, which those who rent out a Redis often forbid.
  const info = await redis.info();
  const of = (name: string): string => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? 'unknown';
  const wrong: Outcome[] = [];
  const policy = of('maxmemory_policy');
  if (policy !== 'noeviction' && policy !== 'unknown') {
    const found = `its eviction policy is ${policy}: short of memory, it throws away jobs and the counts of limits`;
    wrong.push(warning(found, 'Set maxmemory-policy to noeviction in redis.conf.'));
  }
  if (of('role') === 'slave') wrong.push(warning('it is a replica, which takes no writes', 'Let REDIS_URL name the primary.'));
  const { host = '', port = 0, db = 0 } = redis.options;
  return okUnless(`Redis ${of('redis_version')}, database ${db} at ${host}:${port}`, wrong);
}
