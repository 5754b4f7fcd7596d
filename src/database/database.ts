import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { IndexMetadata } from 'typeorm/metadata/IndexMetadata';
import { duplicateKey } from './faults';
import { Transaction } from './transaction';

/** The door to the entities. Repositories ask it anew for each query, since the answer depends on the transaction. */
@Injectable()
export class Database {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transaction: Transaction,
  ) {}

  /** The manager of the transaction that is going on, else one that commits each statement. */
  get manager(): EntityManager {
    return this.transaction.runner?.manager ?? this.dataSource.manager;
  }

  /**
   * The column whose value is already taken, such as `username_key`; of an index of several columns the first. Undefined when the
   * error is about something else, or about a primary key.
   */
  duplicateColumn(error: unknown): string | undefined {
    const key = duplicateKey(error);
    const indices = this.dataSource.entityMetadatas.flatMap((entity) => entity.indices);
    return indices.find((index) => key === index.name || key === pathsOf(index))?.columns[0]?.databaseName;
  }
}

/** How SQLite calls an index in its errors: `user.username_key`. */
const pathsOf = ({ entityMetadata, columns }: IndexMetadata): string =>
  columns.map(({ databaseName }) => `${entityMetadata.tableName}.${databaseName}`).join(', ');
