import { within } from '../../../common/within';
import type { DatabaseConfig } from '../../../config/database.config';
import { mysqlPlace } from '../../../config/mysql-url';
import { type DatabaseView, openToLook } from '../../../database/look';
import { entities } from '../../../entities';
import { counted } from '../../table';
import { DatabaseFacts, type Replication } from '../database-facts.queries';
import { okUnless, type Outcome, skipped, warning } from '../finding';
import { reasonOf } from '../reason';
import { DENIED, type Opened, PATIENCE_MS } from '../sources';

/** What is known of a replica that answers. */
export interface ReplicaFacts {
  /** How many migrations the primary has, and how many of them the replica has not. */
  readonly migrations: number;
  readonly missing: number;
  /** Undefined when it does not say. */
  readonly replication: Replication | undefined;
  /** How old the oldest post is that it has not; 0 when it has all. */
  readonly secondsBehind: number;
}

// Less than a check may take, so that the replica is named and not the check.
const REPLICA_PATIENCE_MS = PATIENCE_MS - 1_000;
// What is read from a replica is said to be some seconds late.
const LATE_SECONDS = 30;

/** Whether each replica answers, follows the primary, and how far behind it is. Without it the site works: the primary answers. */
export async function checkReplicas(
  primary: Opened<DatabaseView>,
  config: DatabaseConfig,
  now: Date,
): Promise<readonly Outcome[]> {
  if (config.replicaUrls.length === 0) return [skipped('no DATABASE_REPLICA_URLS: everything is read from DATABASE_URL')];
  if (primary.closed) return [skipped('the database cannot be asked')];
  const { service } = primary;
  const outcomes = config.replicaUrls.map((url) => checkReplica(service, { ...config, url }, now));
  return (await Promise.all(outcomes)).flat();
}

async function checkReplica(primary: DatabaseView, config: DatabaseConfig, now: Date): Promise<readonly Outcome[]> {
  const place = mysqlPlace(config.url);
  const opening = openToLook(config, entities);
  try {
    const facts = await within(
      REPLICA_PATIENCE_MS,
      opening.then((replica) => factsOf(replica, primary, now)),
    );
    return judgeReplica(place, facts);
  } catch (error) {
    const cause = (error as Error).cause ?? error;
    return [warning(`${place}: ${reasonOf(cause)}`, adviceOn(cause as NodeJS.ErrnoException))];
  } finally {
    // Nobody waits for it to say goodbye.
    opening.then((replica) => replica.close()).catch(() => undefined);
  }
}

async function factsOf(replica: DatabaseView, primary: DatabaseView, now: Date): Promise<ReplicaFacts> {
  const applied = primary.migrations.filter(({ appliedAt }) => appliedAt !== null).map(({ name }) => name);
  const missing = replica.migrations.filter(({ name, appliedAt }) => appliedAt === null && applied.includes(name));
  const facts = new DatabaseFacts(replica.sql);
  const replication = await facts.replication();
  const isComparable = missing.length === 0 && applied.length === primary.migrations.length;
  const lacks = isComparable ? await new DatabaseFacts(primary.sql).firstPostAfter(await facts.newestPost()) : undefined;
  return {
    migrations: applied.length,
    missing: missing.length,
    replication,
    secondsBehind: lacks ? Math.max(0, Math.round((now.getTime() - lacks.getTime()) / 1_000)) : 0,
  };
}

export function judgeReplica(place: string, facts: ReplicaFacts): readonly Outcome[] {
  const { migrations, missing, replication } = facts;
  const wrong: Outcome[] = [];
  if (replication?.isRunning === false) {
    const why = replication.error > 0 ? ` with the error ${replication.error}` : '';
    const advice = 'SHOW REPLICA STATUS there says why; then START REPLICA. Until then take it out of DATABASE_REPLICA_URLS.';
    wrong.push(warning(`${place} has stopped following the primary${why}: readers get what is old`, advice));
  }
  if (missing > 0) {
    const found = `${place}: ${counted(missing, 'migration')} of ${migrations} did not arrive yet`;
    wrong.push(warning(found, 'See whether it follows DATABASE_URL, which answers what it cannot.'));
  }
  const seconds = replication?.isRunning ? replication.secondsBehind : facts.secondsBehind;
  if (seconds > LATE_SECONDS) {
    const advice = 'See what keeps it busy, or whether it still follows the primary: readers get what is old.';
    wrong.push(warning(`${place} is ${seconds} s behind`, advice));
  }
  return okUnless(
    replication ? `${place}, ${seconds} s behind` : `${place} lacks no post that is older than ${LATE_SECONDS} s`,
    wrong,
  );
}

function adviceOn({ code = '' }: NodeJS.ErrnoException): string {
  if (DENIED.includes(code))
    return 'Correct user and password in DATABASE_REPLICA_URLS, or create the user there and GRANT SELECT.';
  return 'Start it, or correct DATABASE_REPLICA_URLS; until then everything is read from DATABASE_URL.';
}
