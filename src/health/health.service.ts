import { Injectable, Logger, Optional } from '@nestjs/common';
import { within } from '../common/within';
import { Migrator } from '../database/migrator';
import { RedisCourier } from '../jobs/redis/redis-courier';

export type CheckResult = 'ok' | 'failed' | 'pending';

export interface Readiness {
  readonly isReady: boolean;
  readonly checks: {
    readonly database: CheckResult;
    readonly migrations: CheckResult;
    /** Where there is one. */
    readonly redis?: CheckResult;
  };
}

// A load balancer asks every few seconds and does not wait long.
const PATIENCE_MS = 3_000;

/** Whether this process can do its work. */
@Injectable()
export class HealthService {
  private readonly logger = new Logger(HealthService.name);

  constructor(
    private readonly migrator: Migrator,
    @Optional() private readonly redis?: RedisCourier,
  ) {}

  async readiness(): Promise<Readiness> {
    const [tables, redis] = await Promise.all([this.tables(), this.redis?.isThere()]);
    return {
      isReady: tables.migrations === 'ok' && redis !== false,
      checks: redis === undefined ? tables : { ...tables, redis: redis ? 'ok' : 'failed' },
    };
  }

  /** Reading which migrations have run shows both: that the database answers, and that its tables are ours. */
  private async tables(): Promise<Pick<Readiness['checks'], 'database' | 'migrations'>> {
    try {
      const migrations = await within(PATIENCE_MS, this.migrator.status());
      const isCurrent = migrations.every(({ appliedAt }) => appliedAt !== null);
      return { database: 'ok', migrations: isCurrent ? 'ok' : 'pending' };
    } catch (error) {
      this.logger.warn({ event: 'health.databaseAway', reason: String(error) });
      return { database: 'failed', migrations: 'failed' };
    }
  }
}
