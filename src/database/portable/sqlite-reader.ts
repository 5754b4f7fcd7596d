import type { Database } from 'better-sqlite3';
import type { SnapshotReader } from './snapshot-reader';

/** In WAL a transaction that reads sees the file as it was when it began, and holds nobody up who writes. */
export class SqliteReader implements SnapshotReader {
  private constructor(private readonly connection: Database) {}

  static begin(connection: Database): SqliteReader {
    connection.exec('BEGIN');
    // Not BEGIN but the first look makes the snapshot.
    connection.prepare('SELECT 1 FROM sqlite_master').get();
    return new SqliteReader(connection);
  }

  rows(query: string): Iterable<readonly unknown[]> {
    return this.connection.prepare<[], readonly unknown[]>(query).raw().safeIntegers().iterate();
  }

  nextId(table: string): Promise<number | null> {
    const last = this.connection.prepare<[string], number>('SELECT seq FROM sqlite_sequence WHERE name = ?').pluck().get(table);
    return Promise.resolve(last === undefined ? null : last + 1);
  }
}
