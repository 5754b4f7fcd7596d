import type { Sql } from '../../../database/sql';
import { DatabaseFacts } from '../database-facts.queries';
import { judgeReplica, type ReplicaFacts } from './replicas';

const following = { isRunning: true, error: 0, secondsBehind: 0 };
const fine: ReplicaFacts = { migrations: 41, missing: 0, replication: following, secondsBehind: 0 };
const found = (changes: Partial<ReplicaFacts>) =>
  judgeReplica('db2:3306', { ...fine, ...changes }).map((outcome) => `${outcome.state} ${outcome.found}`);

describe('a replica', () => {
  it.each<[Partial<ReplicaFacts>, string[]]>([
    [{}, ['ok db2:3306, 0 s behind']],
    [{ replication: undefined }, ['ok db2:3306 lacks no post that is older than 30 s']],
    [{ replication: { ...following, secondsBehind: 30 } }, ['ok db2:3306, 30 s behind']],
    [{ replication: { ...following, secondsBehind: 31 } }, ['warning db2:3306 is 31 s behind']],
    // A transaction that takes long has arrived only in part.
    [{ secondsBehind: 99 }, ['ok db2:3306, 0 s behind']],
    [{ replication: undefined, secondsBehind: 31 }, ['warning db2:3306 is 31 s behind']],
    [
      { replication: { ...following, isRunning: false, error: 1062 }, secondsBehind: 99 },
      [
        'warning db2:3306 has stopped following the primary with the error 1062: readers get what is old',
        'warning db2:3306 is 99 s behind',
      ],
    ],
    [{ missing: 2 }, ['warning db2:3306: 2 migrations of 41 did not arrive yet']],
  ])('%j', (changes, expected) => expect(found(changes)).toEqual(expected));
});

describe('how a replica follows', () => {
  const facts = (answer: () => object[]) => new DatabaseFacts({ all: async () => answer() } as unknown as Sql);
  const refusal = (code: string) => () => {
    throw Object.assign(new Error('no'), { code });
  };

  it.each([
    [{ Slave_IO_Running: 'Yes', Slave_SQL_Running: 'Yes', Seconds_Behind_Master: 7, Last_SQL_Errno: 0, Last_IO_Errno: 0 }],
    [{ Replica_IO_Running: 'Yes', Replica_SQL_Running: 'Yes', Seconds_Behind_Source: 7, Last_SQL_Errno: 0, Last_IO_Errno: 0 }],
  ])('is told by MariaDB and by MySQL: %j', async (row) => {
    expect(await facts(() => [row]).replication()).toEqual({ isRunning: true, error: 0, secondsBehind: 7 });
  });

  it.each([
    [{ Slave_IO_Running: 'Connecting', Slave_SQL_Running: 'Yes', Last_IO_Errno: 2003, Last_SQL_Errno: 0 }, 2003],
    [{ Slave_IO_Running: 'Yes', Slave_SQL_Running: 'No', Last_IO_Errno: 0, Last_SQL_Errno: 1062 }, 1062],
    [{ Slave_IO_Running: 'No', Slave_SQL_Running: 'No', Last_IO_Errno: 0, Last_SQL_Errno: 0 }, 0],
  ])('is not at all: %j', async (row, error) => {
    expect(await facts(() => [row]).replication()).toMatchObject({ isRunning: false, error });
  });

  it('is not told by a server that follows nobody, forbids the question or does not know it', async () => {
    expect(await facts(() => []).replication()).toBeUndefined();
    expect(await facts(refusal('ER_SPECIFIC_ACCESS_DENIED_ERROR')).replication()).toBeUndefined();
    expect(await facts(refusal('ER_PARSE_ERROR')).replication()).toBeUndefined();
    await expect(facts(refusal('ECONNRESET')).replication()).rejects.toThrow('no');
  });
});
