import type Redis from 'ioredis';
import type { Clock } from '../../../common/clock';
import type { DatabaseView } from '../../../database/look';
import { DatabaseFacts } from '../database-facts.queries';
import { failed, okUnless, type Outcome, skipped, warning } from '../finding';
import type { Opened } from '../sources';

/** How much later it is elsewhere than here. */
export interface ClockDifference {
  readonly place: string;
  readonly ms: number;
}

// A code of an authenticator app lives for 30 s, and leases of jobs and limits of rates are counted in seconds.
const NOTICEABLE_MS = 2_000;
const HARMFUL_MS = 30_000;
const ADVICE = 'Set up NTP on both machines: "timedatectl set-ntp true".';

/** Compares the clock of this machine with those of others. */
export async function checkClock(
  database: Opened<DatabaseView>,
  redis: Opened<Redis>,
  clock: Clock,
): Promise<readonly Outcome[]> {
  const differences: ClockDifference[] = [];
  if (!database.closed && database.service.sql.dialect === 'mysql') {
    const facts = new DatabaseFacts(database.service.sql);
    differences.push({ place: 'the database', ms: await difference(clock, () => facts.now()) });
  }
  if (!redis.closed) differences.push({ place: 'Redis', ms: await difference(clock, () => timeOf(redis.service)) });
  if (differences.length === 0) return [skipped('there is no other machine to compare with')];
  return judgeClock(differences);
}

export function judgeClock(differences: readonly ClockDifference[]): readonly Outcome[] {
  const wrong = differences
    .filter(({ ms }) => Math.abs(ms) > NOTICEABLE_MS)
    .map(({ place, ms }) => {
      const found = `this machine is ${secondsText(ms)} ${ms > 0 ? 'behind' : 'ahead of'} ${place}`;
      return Math.abs(ms) > HARMFUL_MS ? failed(found, ADVICE) : warning(found, ADVICE);
    });
  return okUnless(`as ${differences.map(({ place, ms }) => `${place} (${secondsText(ms)} apart)`).join(' and ')}`, wrong);
}

/** Milliseconds; the answer was given halfway between question and arrival, as far as one knows. */
async function difference(clock: Clock, ask: () => Promise<Date>): Promise<number> {
  const asked = clock.now().getTime();
  const there = (await ask()).getTime();
  return there - (asked + clock.now().getTime()) / 2;
}

async function timeOf(redis: Redis): Promise<Date> {
  const [seconds, microseconds] = await redis.time();
  return new Date(Number(seconds) * 1000 + Number(microseconds) / 1000);
}

const secondsText = (ms: number): string => `${(Math.abs(ms) / 1000).toFixed(1)} s`;
