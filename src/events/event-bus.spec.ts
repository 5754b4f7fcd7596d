import { Logger } from '@nestjs/common';
import type { Transaction } from '../database/transaction';
import { EventBus } from './event-bus';

class Said {
  constructor(readonly postId: number) {}
}
class Deleted {}

/** A transaction that commits when it is told to. */
class Later {
  private readonly effects: (() => void | Promise<void>)[] = [];

  afterCommit(effect: () => void | Promise<void>): void {
    this.effects.push(effect);
  }

  async commit(): Promise<void> {
    for (const effect of this.effects) await effect();
  }
}

const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation();

let transaction: Later;
let events: EventBus;

beforeEach(() => {
  logged.mockClear();
  transaction = new Later();
  events = new EventBus(transaction as unknown as Transaction);
});

describe('the event bus', () => {
  it('tells every listener of an event, and of no other', async () => {
    const [one, two, other] = [jest.fn(), jest.fn(), jest.fn()];
    events.on(Said, one);
    events.on(Said, two);
    events.on(Deleted, other);

    await events.publish(new Said(7));

    expect(one).toHaveBeenCalledWith(new Said(7));
    expect(two).toHaveBeenCalledTimes(1);
    expect(other).not.toHaveBeenCalled();
  });

  it('logs a listener that fails, and tells the others all the same', async () => {
    const listener = jest.fn();
    events.on(Said, () => {
      throw new Error('at once');
    });
    events.on(Said, () => Promise.reject(new Error('later')));
    events.on(Said, listener);

    await events.publish(new Said(7));

    expect(listener).toHaveBeenCalledTimes(1);
    expect(logged).toHaveBeenCalledTimes(2);
  });

  it('waits for the commit, and nobody waits for the listeners', async () => {
    const told: string[] = [];
    events.on(Said, async () => {
      await new Promise(setImmediate);
      told.push('listener');
    });
    events.afterCommit(new Said(7));
    expect(told).toEqual([]);

    await transaction.commit();
    told.push('committed');
    await events.settled();

    expect(told).toEqual(['committed', 'listener']);
  });

  it('does what belongs to the event before anybody hears of it, and tells nobody when that fails', async () => {
    const told: string[] = [];
    events.within(Said, async () => {
      await new Promise(setImmediate);
      told.push('within');
    });
    events.on(Said, () => void told.push('after'));

    await events.raise(new Said(7));
    expect(told).toEqual(['within']);
    await transaction.commit();
    await events.settled();
    expect(told).toEqual(['within', 'after']);

    events.within(Said, () => Promise.reject(new Error('no')));
    await expect(events.raise(new Said(8))).rejects.toThrow('no');
    await transaction.commit();
    await events.settled();
    expect(told.filter((one) => one === 'after')).toHaveLength(2);
  });

  it('told in a job is heard by all who listen within, whoever of them fails, and by those after it only when nobody does', async () => {
    const told: string[] = [];
    const refusing = jest.fn().mockRejectedValueOnce(new Error('no')).mockResolvedValue(undefined);
    events.within(Said, refusing);
    events.within(Said, () => void told.push('within'));
    events.on(Said, () => void told.push('after'));

    await expect(events.tell(new Said(7))).rejects.toThrow('no');
    expect(told).toEqual(['within']);
    await events.tell(new Said(7));
    await transaction.commit();
    await events.settled();

    expect(told).toEqual(['within', 'within', 'after']);
  });

  it('is settled when what listeners set off has run too', async () => {
    const listener = jest.fn();
    events.on(Deleted, listener);
    events.on(Said, async () => {
      await new Promise(setImmediate);
      void events.publish(new Deleted());
    });

    void events.publish(new Said(7));
    await events.beforeApplicationShutdown();

    expect(listener).toHaveBeenCalledTimes(1);
  });
});
