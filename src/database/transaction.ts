import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { QueryRunner } from 'typeorm';
import type { PoolConnection } from 'mysql2';
import { isCollision } from './faults';

type Effect = () => void | Promise<void>;

/** A transaction that is going on, and what is to follow its commit. */
interface Running {
  readonly runner: QueryRunner;
  readonly effects: Effect[];
}

const TRIES = 5;
// Later than this the reader has waited long enough for another try.
const RETRY_WITHIN_MS = 10_000;

/**
 * All or nothing, and the outside world only after "all". What is called inside of `run`, however deep, works in its transaction by
 * way of `Database` and `Sql`; nobody hands it down.
 */
@Injectable()
export class Transaction {
  private readonly logger = new Logger(Transaction.name);
  private readonly storage = new AsyncLocalStorage<Running>();

  constructor(private readonly dataSource: DataSource) {}

  /** The runner of the transaction that is going on here, for `Database` and `Sql`. */
  get runner(): QueryRunner | undefined {
    return this.running?.runner;
  }

  /**
   * Does the work in a transaction: the one that is going on, or a new one, which ends with it. Work that collides with another
   * transaction is done again from the start, so that it must touch nothing but the database; the rest is for `afterCommit`.
   */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running) return work();
    const started = Date.now();
    for (let tries = 1; ; tries++) {
      try {
        return await this.once(work);
      } catch (error) {
        if (!isCollision(error) || tries === TRIES || Date.now() - started > RETRY_WITHIN_MS) throw error;
        this.logger.debug({ event: 'transaction.retry', tries });
        await sleep(10 * 2 ** tries * (0.5 + Math.random()));
      }
    }
  }

  /**
   * Does something once the transaction is in the database, after the effects that were asked for earlier; never if it is rolled
   * back. Outside of a transaction at once. An effect that fails is logged: nothing can be undone any more.
   */
  afterCommit(effect: Effect): void {
    if (this.running) this.running.effects.push(effect);
    else void this.carryOut([effect]);
  }

  private get running(): Running | undefined {
    const running = this.storage.getStore();
    // Work that nobody waited for may outlive its transaction.
    return running?.runner.isReleased ? undefined : running;
  }

  private async once<T>(work: () => Promise<T>): Promise<T> {
    const running: Running = { runner: this.dataSource.createQueryRunner(), effects: [] };
    const result = await this.commit(running, work);
    await this.carryOut(running.effects);
    return result;
  }

  private async commit<T>({ runner, effects }: Running, work: () => Promise<T>): Promise<T> {
    try {
      // A connection that cannot be had is told as it is, without an attempt to roll back.
      await runner.connect();
      await runner.startTransaction();
      const result = await this.storage.run({ runner, effects }, work);
      await runner.commitTransaction();
      return result;
    } catch (error) {
      await this.rollBack(runner);
      throw error;
    } finally {
      await runner.release();
    }
  }

  private async rollBack(runner: QueryRunner): Promise<void> {
    if (!runner.isTransactionActive) return;
    try {
      await runner.rollbackTransaction();
    } catch (error) {
      this.logger.warn({ event: 'transaction.rollbackFailed', err: error });
      // The next to get this connection must not find our transaction in it.
      if (this.dataSource.options.type === 'mysql') ((await runner.connect()) as PoolConnection).destroy();
    }
  }

  private async carryOut(effects: readonly Effect[]): Promise<void> {
    for (const effect of effects) {
      try {
        await effect();
      } catch (error) {
        this.logger.error({ event: 'transaction.effectFailed', err: error });
      }
    }
  }
}
