import type { PoolConnection, RowDataPacket } from 'mysql2';
import type { SnapshotReader } from './snapshot-reader';

/** What is read is taken from the socket as it is asked for; meanwhile the server waits with the rest. */
const WRITE_TIMEOUT_SECONDS = 3_600;

/** A transaction that sees all tables as they were when it began, unlike the others here, which read what is committed by now. */
export class MysqlReader implements SnapshotReader {
  private constructor(private readonly connection: PoolConnection) {}

  static async begin(connection: PoolConnection): Promise<MysqlReader> {
    const server = connection.promise();
    // MySQL itself believes for a day what it once knew of AUTO_INCREMENT.
    await server.query(
      `SET SESSION net_write_timeout = ${WRITE_TIMEOUT_SECONDS} /*!80000 , information_schema_stats_expiry = 0 */`,
    );
    await server.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    await server.query('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY');
    return new MysqlReader(connection);
  }

  rows(query: string): AsyncIterable<readonly unknown[]> {
    return this.connection.query({ sql: query, rowsAsArray: true }).stream({ highWaterMark: 100 });
  }

  async nextId(table: string): Promise<number | null> {
    const [[row]] = await this.connection
      .promise()
      .query<RowDataPacket[]>(
        'SELECT AUTO_INCREMENT AS next FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ?',
        [table],
      );
    const next = (row as { next: number | null } | undefined)?.next;
    return next === null || next === undefined ? null : Number(next);
  }
}
