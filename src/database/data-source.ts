import { DataSource } from 'typeorm';
import type { DataSourceOptions } from 'typeorm';
import { GuardedMysqlDriver } from './mysql/guarded-mysql-driver';
import { SerialSqliteDriver } from './sqlite/serial-sqlite-driver';

/** A data source with our drivers in place of TypeORM's. Not yet connected. */
export function createDataSource(options: DataSourceOptions): DataSource {
  return new MicroblogDataSource(options);
}

class MicroblogDataSource extends DataSource {
  constructor(options: DataSourceOptions) {
    super(options);
    this.driver = options.type === 'mysql' ? new GuardedMysqlDriver(this) : new SerialSqliteDriver(this);
  }
}
