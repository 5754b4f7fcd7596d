import { existsSync } from 'node:fs';
import Redis from 'ioredis';
import { within } from '../../common/within';
import type { DatabaseConfig } from '../../config/database.config';
import { mysqlPlace } from '../../config/mysql-url';
import { IMPATIENT } from '../../config/redis.config';
import { type DatabaseView, openToLook } from '../../database/look';
import { UnfinishedRestore } from '../../database/unfinished';
import { entities } from '../../entities';
import { failed, type Outcome, skipped, warning } from './finding';
import { reasonOf } from './reason';

/** A service that several checks ask: open, or what is to be told of it instead. */
export type Opened<T> = { readonly service: T; readonly closed?: undefined } | { readonly closed: Outcome };

/** For opening one, and for each check. Both together, and the farewell, stay below 20 s. */
export const PATIENCE_MS = 6_000;
const FAREWELL_MS = 1_000;
// One that has stalled does not answer to it, and ioredis would wait two seconds.
const GOODBYE_MS = 100;

/** The database as it is, unless there is none yet: none is made. */
export async function openDatabase(config: DatabaseConfig): Promise<Opened<DatabaseView>> {
  if (config.file === ':memory:') {
    const advice = 'Set DATABASE_URL to sqlite:<file>, or leave it out.';
    return { closed: warning('it is in memory: all is gone when the server stops', advice) };
  }
  if (config.kind === 'sqlite' && !existsSync(config.file)) {
    const advice =
      'The first start makes it, as does "microblog db upgrade"; if there should be one, look at DATABASE_URL, DATA_DIR and the folder you are in.';
    return { closed: warning(`there is no file ${config.file}, or this user cannot see it`, advice) };
  }
  const opening = openToLook(config, entities);
  try {
    return { service: await within(PATIENCE_MS, opening) };
  } catch (error) {
    // Should it open after all, nobody needs it any more.
    opening.then((view) => view.close()).catch(() => undefined);
    const cause = (error as Error).cause ?? error;
    const place = config.kind === 'sqlite' ? config.file : mysqlPlace(config.url);
    if (error instanceof UnfinishedRestore) return { closed: failed(error.message, 'Take the file that it was begun with.') };
    return { closed: failed(`${place}: ${reasonOf(cause)}`, adviceOn(cause as NodeJS.ErrnoException, config)) };
  }
}

export const MEND_DAMAGE = 'Stop the site, keep this file for whoever can mend it, and put back the latest copy.';

export const DENIED: readonly string[] = ['ER_ACCESS_DENIED_ERROR', 'ER_DBACCESS_DENIED_ERROR'];

function adviceOn({ code = '' }: NodeJS.ErrnoException, { kind }: DatabaseConfig): string {
  if (code.startsWith('SQLITE_CORRUPT')) return MEND_DAMAGE;
  if (kind === 'sqlite') return 'Look at DATABASE_URL and at the file, and whether another program keeps it locked.';
  if (code === 'ER_BAD_DB_ERROR') return 'Make it with CREATE DATABASE … CHARACTER SET utf8mb4, or correct DATABASE_URL.';
  if (DENIED.includes(code))
    return 'Correct user and password in DATABASE_URL (special characters as %40), or GRANT ALL on the database to them.';
  return 'Start the server, or correct DATABASE_URL.';
}

/** A connection to Redis, as impatient as those of the site. */
export async function openRedis(url: string | undefined): Promise<Opened<Redis>> {
  if (url === undefined) {
    return {
      closed: skipped('no REDIS_URL: the web processes work the jobs by themselves, and each machine counts its own limits'),
    };
  }
  const redis = new Redis(url, { ...IMPATIENT, lazyConnect: true, retryStrategy: () => null, disconnectTimeout: GOODBYE_MS });
  let fault: Error | undefined;
  redis.on('error', (error: Error) => (fault = error));
  try {
    await within(PATIENCE_MS, redis.connect());
    // A password that is wrong, or missing, is told to the first command only.
    await redis.ping();
    return { service: redis };
  } catch (error) {
    redis.disconnect();
    const found = `${new URL(url).host}: ${reasonOf(fault ?? error)}`;
    return { closed: failed(found, 'Start it, or correct REDIS_URL; until then the web processes work the jobs, more slowly.') };
  }
}

/** Says goodbye, though not for long. */
export async function closeAll(database: Opened<DatabaseView>, redis: Opened<Redis>): Promise<void> {
  if (!redis.closed) redis.service.disconnect();
  if (!database.closed) await within(FAREWELL_MS, database.service.close()).catch(() => undefined);
}
