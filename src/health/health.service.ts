import { Injectable, Logger } from '@nestjs/common';
import { Migrator } from '../database/migrator';

export type CheckResult = 'ok' | 'failed' | 'pending';

export interface Readiness {
  readonly isReady: boolean;
  readonly checks: { readonly database: CheckResult; readonly migrations: CheckResult };
}

// A load balancer asks every few seconds and does not wait long.
const PATIENCE_MS = 3_000;

/** Whether this process can do its work. */
@Injectable()
export class HealthService {
  private readonly logger = new Logger(HealthService.name);

  constructor(private readonly migrator: Migrator) {}

  /** Reading which migrations have run shows both: that the database answers, and that its tables are ours. */
  async readiness(): Promise<Readiness> {
    try {
      const migrations = await withinTime(this.migrator.status());
      const isCurrent = migrations.every(({ appliedAt }) => appliedAt !== null);
      return { isReady: isCurrent, checks: { database: 'ok', migrations: isCurrent ? 'ok' : 'pending' } };
    } catch (error) {
      this.logger.warn({ event: 'health.databaseAway', reason: String(error) });
      return { isReady: false, checks: { database: 'failed', migrations: 'failed' } };
    }
  }
}

async function withinTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${PATIENCE_MS} ms`)), PATIENCE_MS);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
