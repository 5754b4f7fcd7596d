import { type BeforeApplicationShutdown, Injectable, Logger, type Type } from '@nestjs/common';
import { Transaction } from '../database/transaction';

type Listener<E> = (event: E) => void | Promise<void>;

/**
 * Tells the features above what happened below. An event is a class of its own, named in the past tense, that carries ids; a
 * listener reads the rest. Who listens `within` writes in the transaction of what happened: both are in the database, or neither. Who
 * listens `on` hears of it after the commit, in this process only, and not at all if it dies.
 */
@Injectable()
export class EventBus implements BeforeApplicationShutdown {
  private readonly logger = new Logger(EventBus.name);
  private readonly listeners = new Map<unknown, Listener<never>[]>();
  private readonly partners = new Map<unknown, Listener<never>[]>();
  private readonly running = new Set<Promise<void>>();

  constructor(private readonly transaction: Transaction) {}

  /** Calls the listener after the commit for each event of this class from now on. */
  on<E extends object>(event: Type<E>, listener: Listener<E>): void {
    add(this.listeners, event, listener);
  }

  /** Calls the listener within the transaction. If it fails, nothing has happened. */
  within<E extends object>(event: Type<E>, listener: Listener<E>): void {
    add(this.partners, event, listener);
  }

  /** In a transaction: something happens. Those `within` are done when this returns; those `on` hear of it when it is in the database. */
  async raise(event: object): Promise<void> {
    for (const listener of (this.partners.get(event.constructor) ?? []) as Listener<object>[]) await listener(event);
    this.afterCommit(event);
  }

  /**
   * For what is told in a job, without a transaction: those `within` hear of it one after the other, also when one of them fails.
   *
   * @throws what the first of them threw, when all have heard: the job is done again
   */
  async tell(event: object): Promise<void> {
    const failures: unknown[] = [];
    for (const listener of (this.partners.get(event.constructor) ?? []) as Listener<object>[]) {
      try {
        await listener(event);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
    this.afterCommit(event);
  }

  /** Calls all listeners at once and waits for them. One that fails is logged and disturbs nobody. */
  async publish(event: object): Promise<void> {
    const listeners = (this.listeners.get(event.constructor) ?? []) as Listener<object>[];
    await Promise.all(listeners.map((listener) => this.track(this.call(listener, event))));
  }

  /** Publishes when the transaction that is going on is in the database (outside of one: now). Nobody waits for the listeners. */
  afterCommit(event: object): void {
    this.transaction.afterCommit(() => void this.publish(event));
  }

  /** Waits until no listener runs any more, those included that listeners set off. For tests, and for the end. */
  async settled(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
  }

  // Before the database goes, which it does at `onApplicationShutdown`.
  async beforeApplicationShutdown(): Promise<void> {
    await this.settled();
  }

  private async call(listener: Listener<object>, event: object): Promise<void> {
    try {
      await listener(event);
    } catch (error) {
      this.logger.error({ event: 'events.listenerFailed', about: event.constructor.name, err: error });
    }
  }

  private async track(call: Promise<void>): Promise<void> {
    this.running.add(call);
    await call;
    this.running.delete(call);
  }
}

function add(listeners: Map<unknown, Listener<never>[]>, event: unknown, listener: Listener<never>): void {
  listeners.set(event, [...(listeners.get(event) ?? []), listener]);
}
