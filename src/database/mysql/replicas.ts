import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'mysql2';
import type { DataSource, DataSourceOptions } from 'typeorm';
import type { MysqlDriver } from 'typeorm/driver/mysql/MysqlDriver';
import { DatabaseConfig } from '../../config/database.config';
import { mysqlPlace } from '../../config/mysql-url';
import { createDataSource } from '../data-source';
import { dataSourceOptions } from '../data-source-options';
import { REPLICA_LIMITS } from './limits';

/** So long nobody asks one again that did not answer. */
const REST_MS = 10_000;
const CONNECT_TIMEOUT_MS = 2_000;

/**
 * Copies of the database, a little behind it, for reads that may be late: of those that no reader has just changed. The primary answers where there is no copy, or
 * none that answers.
 */
@Injectable()
export class Replicas implements OnApplicationShutdown {
  private readonly replicas: readonly Replica[];
  private readonly late = new AsyncLocalStorage<true>();
  private turn = 0;

  constructor(config: DatabaseConfig) {
    this.replicas = config.replicaUrls.map((url) => new Replica(config, url));
  }

  /** What `Sql.all` reads within this work may be some seconds old, unless it is in a transaction. */
  mayLag<T>(work: () => Promise<T>): Promise<T> {
    return this.replicas.length === 0 ? work() : this.late.run(true, work);
  }

  /** Whether what is read now may be late. */
  get mayAnswer(): boolean {
    return this.replicas.length > 0 && this.late.getStore() !== undefined;
  }

  /** Whose turn it is; undefined when all of them rest. */
  async next(): Promise<Replica | undefined> {
    for (let tries = 0; tries < this.replicas.length; tries++) {
      const replica = this.replicas[this.turn++ % this.replicas.length];
      if (await replica?.isThere()) return replica;
    }
    return undefined;
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.replicas.map((replica) => replica.close()));
  }
}

/** One of them. It is opened when it is first asked. */
export class Replica {
  private readonly logger = new Logger('Database');
  private opening?: Promise<DataSource>;
  private restsUntil = 0;

  constructor(
    private readonly config: DatabaseConfig,
    private readonly url: string,
  ) {}

  /** Whether it may be asked. */
  async isThere(): Promise<boolean> {
    if (Date.now() < this.restsUntil) return false;
    try {
      await this.open();
      return true;
    } catch (error) {
      this.rest(error);
      return false;
    }
  }

  async pool(): Promise<Pool> {
    return ((await this.open()).driver as MysqlDriver).pool as Pool;
  }

  /** It did not answer: others do meanwhile. */
  rest(error: unknown): void {
    // Of all who waited for it the first tells.
    if (Date.now() < this.restsUntil) return;
    this.restsUntil = Date.now() + REST_MS;
    this.logger.warn({ event: 'database.replicaAway', place: mysqlPlace(this.url), reason: String(error) });
    void this.close();
  }

  async close(): Promise<void> {
    const { opening } = this;
    this.opening = undefined;
    await opening?.then((source) => source.destroy()).catch(() => undefined);
  }

  private open(): Promise<DataSource> {
    this.opening ??= createDataSource(this.options()).initialize();
    return this.opening;
  }
  private options(): DataSourceOptions {
    const options = dataSourceOptions({ ...this.config, url: this.url }, []);
    const extra = { ...(options.extra as object), limits: REPLICA_LIMITS };
    return { ...options, connectTimeout: CONNECT_TIMEOUT_MS, extra } as DataSourceOptions;
  }
}
