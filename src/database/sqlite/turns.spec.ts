import { DatabaseBusy } from '../database.errors';
import { Turns } from './turns';

describe('turns', () => {
  it('come in the order of asking, one at a time', async () => {
    const turns = new Turns(1_000);
    const log: string[] = [];
    const work = async (name: string): Promise<void> => {
      await turns.take();
      log.push(`${name} begins`);
      await new Promise(setImmediate);
      log.push(`${name} ends`);
      turns.pass();
    };

    await Promise.all(['one', 'two', 'three'].map(work));

    expect(log).toEqual(['one', 'two', 'three'].flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  it('are not waited for without end, and whoever gave up gets none', async () => {
    const turns = new Turns(20);
    await turns.take();
    await expect(turns.take()).rejects.toBeInstanceOf(DatabaseBusy);

    turns.pass();
    await expect(turns.take()).resolves.toBeUndefined();
  });
});
