import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { DataSource, DataSourceOptions } from 'typeorm';
import { DatabaseBusy } from './database.errors';
import { createDataSource } from './data-source';
import { isConnectionFault } from './faults';

const PATIENCE_MS = 30_000;
const PAUSE_MS = 2_000;

/**
 * Connects, and waits a while for a database that starts at the same time as we do.
 *
 * @throws Error that says what to look at, after 30 s or at once when waiting would not help (wrong password, no such database)
 */
export async function connect(options: DataSourceOptions, patienceMs = PATIENCE_MS): Promise<DataSource> {
  const logger = new Logger('Database');
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      return await createDataSource(options).initialize();
    } catch (error) {
      const { message, code } = error as NodeJS.ErrnoException;
      // A name with several addresses fails without a message of its own.
      const reason = error instanceof DatabaseBusy ? 'no answer in time' : message || code;
      if (!isConnectionFault(error) || Date.now() + PAUSE_MS > deadline) {
        throw new Error(`Cannot open the database ${placeOf(options)} (DATABASE_URL): ${reason}`, { cause: error });
      }
      logger.warn({ event: 'database.waiting', place: placeOf(options), reason });
      await sleep(PAUSE_MS);
    }
  }
}

/** Where the database is, without the password. */
function placeOf(options: DataSourceOptions): string {
  if (options.type === 'better-sqlite3') return options.database;
  if (options.type !== 'mysql') return options.type;
  return `${options.database} at ${options.socketPath ?? `${options.host}:${options.port}`}`;
}
