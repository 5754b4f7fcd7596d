/** How one kind of database reads all it has as of one moment. */
export interface SnapshotReader {
  /** One row after the other, as they are asked for. One query at a time. */
  rows(query: string): AsyncIterable<readonly unknown[]> | Iterable<readonly unknown[]>;
  nextId(table: string): Promise<number | null>;
}
