import { type BeforeApplicationShutdown, Injectable, Logger, type Type } from '@nestjs/common';
import { Transaction } from '../database/transaction';

type Listener<E> = (event: E) => void | Promise<void>;

/**
 * Tells the features above what happened below. An event is a class of its own, named in the past tense, that carries ids; a
 * listener reads the rest. In this process only, and lost if it dies: what must not be lost is written in the transaction.
 */
@Injectable()
export class EventBus implements BeforeApplicationShutdown {
  private readonly logger = new Logger(EventBus.name);
  private readonly listeners = new Map<unknown, Listener<never>[]>();
  private readonly running = new Set<Promise<void>>();

  constructor(private readonly transaction: Transaction) {}

  /** Calls the listener for each event of this class from now on. */
  on<E extends object>(event: Type<E>, listener: Listener<E>): void {
    this.listeners.set(event, [...(this.listeners.get(event) ?? []), listener]);
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
