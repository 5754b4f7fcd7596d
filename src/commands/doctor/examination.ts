import { Clock } from '../../common/clock';
import { within } from '../../common/within';
import { type ConfigReport, ENV_FILE } from '../../config/config';
import { checkClock } from './checks/clock';
import { checkConfiguration } from './checks/configuration';
import { checkDatabase } from './checks/database';
import { checkDisk } from './checks/disk';
import { checkJobs } from './checks/jobs';
import { checkMail } from './checks/mail';
import { checkMigrations } from './checks/migrations';
import { checkPermissions } from './checks/permissions';
import { checkRedis } from './checks/redis';
import { checkReplicas } from './checks/replicas';
import { type Check, CHECKS, failed, type Finding, type Outcome, skipped } from './finding';
import { reasonOf } from './reason';
import { closeAll, openDatabase, openRedis, PATIENCE_MS } from './sources';

type Looking = () => readonly Outcome[] | Promise<readonly Outcome[]>;
type Checks = Readonly<Record<Check, Looking>>;

/**
 * Looks at everything on which the site depends. Changes nothing, never throws, and is done within some 15 s, whoever stalls.
 *
 * @returns what was found, in the order of CHECKS: of each check one thing at least
 */
export async function examine(report: ConfigReport, clock = new Clock()): Promise<Finding[]> {
  const { config, faults } = report;
  // Of a file that nobody could read nobody knows what it says.
  const isWrong = (name: string): boolean => faults.some((fault) => fault.name === name || fault.name === ENV_FILE);
  const [database, redis] = await Promise.all([
    isWrong('DATABASE_URL') ? { closed: unknown('DATABASE_URL') } : openDatabase(config.database),
    isWrong('REDIS_URL') ? { closed: unknown('REDIS_URL') } : openRedis(config.redis.url),
  ]);
  try {
    return await examineAll({
      configuration: () => checkConfiguration(report),
      database: () => checkDatabase(database, config.database),
      migrations: () => checkMigrations(database),
      replicas: () =>
        isWrong('DATABASE_REPLICA_URLS')
          ? [unknown('DATABASE_REPLICA_URLS')]
          : checkReplicas(database, config.database, clock.now()),
      redis: () => checkRedis(redis),
      jobs: () => checkJobs(database, config.jobs, clock.now()),
      mail: () => (isWrong('SMTP_URL') ? [unknown('SMTP_URL')] : checkMail(config)),
      disk: () => checkDisk(config),
      clock: () => checkClock(database, redis, clock),
      permissions: () => checkPermissions(config),
    });
  } finally {
    await closeAll(database, redis);
  }
}

async function examineAll(checks: Checks): Promise<Finding[]> {
  const findings = await Promise.all(
    CHECKS.map(async (check) => (await patiently(checks[check])).map((outcome) => ({ check, ...outcome }))),
  );
  return findings.flat();
}

/** What one check finds, in time; else that it did not end, or how. */
async function patiently(look: Looking): Promise<readonly Outcome[]> {
  try {
    return await within(PATIENCE_MS, (async () => look())());
  } catch (error) {
    return [
      failed(`this could not be looked at: ${reasonOf(error)}`, 'See whether what it is about is overloaded, and try again.'),
    ];
  }
}

const unknown = (name: string): Outcome => skipped(`cannot be looked at until ${name} is right`);
