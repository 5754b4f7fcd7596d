import { Injectable } from '@nestjs/common';
import { DataSource, type EntityTarget, In } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';
import type { EntityMetadata } from 'typeorm/metadata/EntityMetadata';
import { Database } from './database';
import { Transaction } from './transaction';

/** Rows deleted by one statement. */
const BATCH = 2_000;
/** Batches whose rows are found by one statement. */
const BATCHES_FOUND = 10;

/** A column whose rows go with the row that it points to. */
interface Dependent {
  readonly entity: EntityMetadata;
  readonly column: ColumnMetadata;
}

/** A row, by the one that it goes with, and by another column of its primary key. */
interface Found {
  readonly owner: number | string;
  readonly key: number | string;
}

/**
 * What the database deletes along with a row. It does so in the one statement that deletes the row, which with hundreds of thousands of
 * them takes longer than a statement may (`mysql/limits.ts`), however often it is tried: hence before it, and bit by bit.
 */
@Injectable()
export class Dependents {
  constructor(
    private readonly dataSource: DataSource,
    private readonly database: Database,
    private readonly transaction: Transaction,
  ) {}

  /**
   * Deletes the rows that would go with some others: in the transaction that is going on, or each batch in one of its own.
   *
   * @param ids of some hundreds at most
   * @throws when the signal aborts
   */
  async deleteOf(owner: EntityTarget<object>, ids: readonly number[], signal?: AbortSignal, batch = BATCH): Promise<void> {
    if (ids.length === 0) return;
    for (const dependent of this.of(owner)) {
      const { entity, column } = dependent;
      const key = entity.primaryColumns.find((one) => one !== column);
      // A row that shares the id of its owner, such as a list of a timeline, may have a thousand of its own.
      if (key) await this.thin(dependent, key, ids, signal, batch);
      else await this.deleteOf(entity.target, ids, signal, batch);
      signal?.throwIfAborted();
      await this.delete(dependent, { [column.propertyName]: In([...ids]) });
    }
  }

  /** Deletes rows by their keys until one batch is left at most. */
  private async thin(
    dependent: Dependent,
    key: ColumnMetadata,
    ids: readonly number[],
    signal: AbortSignal | undefined,
    batch: number,
  ): Promise<void> {
    for (;;) {
      signal?.throwIfAborted();
      const found = await this.find(dependent, key, ids, batch * BATCHES_FOUND);
      if (found.length <= batch) return;
      for (const owner of new Set(found.map((row) => row.owner))) {
        const keys = found.filter((row) => row.owner === owner).map((row) => row.key);
        for (let from = 0; from < keys.length; from += batch) {
          signal?.throwIfAborted();
          const some = In(keys.slice(from, from + batch));
          await this.delete(dependent, { [dependent.column.propertyName]: owner, [key.propertyName]: some });
        }
      }
    }
  }

  /** As the entities say, so that a table that is new is not forgotten. */
  private of(owner: EntityTarget<object>): Dependent[] {
    const { tableName: owned } = this.dataSource.getMetadata(owner);
    return this.dataSource.entityMetadatas.flatMap((entity) =>
      entity.foreignKeys
        .filter(
          ({ referencedEntityMetadata, onDelete }) => referencedEntityMetadata.tableName === owned && onDelete === 'CASCADE',
        )
        .flatMap(({ columns }) => columns.map((column) => ({ entity, column }))),
    );
  }

  /**
   * Many at once, to be deleted by their keys: a DELETE with a LIMIT comes each time by all that was deleted before it, which InnoDB
   * keeps until nobody can see it, and so takes longer and longer.
   */
  private find({ entity, column }: Dependent, key: ColumnMetadata, ids: readonly number[], limit: number): Promise<Found[]> {
    // Numbers only, of our own.
    return this.database.manager.query<Found[]>(
      `SELECT \`${column.databaseName}\` AS owner, \`${key.databaseName}\` AS \`key\` FROM \`${entity.tableName}\`
       WHERE \`${column.databaseName}\` IN (${ids.map(Number).join()}) LIMIT ${Number(limit)}`,
    );
  }

  private async delete({ entity: { target } }: Dependent, where: Record<string, unknown>): Promise<void> {
    await this.transaction.run(() => this.database.manager.delete(target, where));
  }
}
