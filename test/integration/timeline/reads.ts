import type { SqlValue } from '../../../src/database/sql';
import { kind, type World } from '../database/world';

export interface Reads {
  readonly statements: { readonly text: string; readonly params: readonly SqlValue[] }[];
  /** Rows and index entries that MySQL's storage engine handed out; 0 on SQLite, which does not count them. */
  readonly rows: number;
}

/** What some work asks of the database. Done twice: what is compiled at the first time does not count. */
export async function readsOf(world: World, work: () => Promise<unknown>): Promise<Reads> {
  await work();
  const statements: { text: string; params: readonly SqlValue[] }[] = [];
  const all = jest.spyOn(world.sql, 'all');
  // In a transaction all is asked on one connection, and the counters are the connection's.
  const rows = await world.transaction.run(async () => {
    const before = await rowsRead(world);
    all.mockClear();
    await work();
    statements.push(...all.mock.calls.map(([text, params = []]) => ({ text, params })));
    return (await rowsRead(world)) - before;
  });
  all.mockRestore();
  return { statements, rows };
}

async function rowsRead(world: World): Promise<number> {
  if (kind === 'sqlite') return 0;
  const counters: { Value: string }[] = await world.database.manager.query("SHOW SESSION STATUS LIKE 'Handler_read%'");
  return counters.reduce((sum, { Value }) => sum + Number(Value), 0);
}
