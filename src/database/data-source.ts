import { DataSource } from 'typeorm';
import type { DataSourceOptions } from 'typeorm';
import type { EntityMetadata } from 'typeorm/metadata/EntityMetadata';
import type { Entities } from './data-source-options';
import { GuardedMysqlDriver } from './mysql/guarded-mysql-driver';
import { SerialSqliteDriver } from './sqlite/serial-sqlite-driver';

/** A data source with our drivers in place of TypeORM's. Not yet connected. */
export function createDataSource(options: DataSourceOptions): DataSource {
  return new MicroblogDataSource(options);
}

/** What TypeORM makes of some entities, without a database. */
export function metadataOf(entities: Entities): Promise<readonly EntityMetadata[]> {
  return new MicroblogDataSource({ type: 'mysql', database: 'none', entities: [...entities] }).describe();
}

class MicroblogDataSource extends DataSource {
  constructor(options: DataSourceOptions) {
    super(options);
    this.driver = options.type === 'mysql' ? new GuardedMysqlDriver(this) : new SerialSqliteDriver(this);
  }

  async describe(): Promise<readonly EntityMetadata[]> {
    await this.buildMetadatas();
    return this.entityMetadatas;
  }
}
