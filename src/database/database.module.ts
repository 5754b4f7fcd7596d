import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSourceOptions } from 'typeorm';
import { DatabaseConfig } from '../config/database.config';
import { connect } from './connect';
import { dataSourceOptions, type Entities } from './data-source-options';
import { Database } from './database';
import { Dependents } from './dependents';
import { Migrator } from './migrator';
import { Replicas } from './mysql/replicas';
import { Sql } from './sql';
import { Transaction } from './transaction';

const providers = [Transaction, Database, Replicas, Sql, Dependents, Migrator];

/** The one connection to the database, for everybody. Global: a repository needs no import to ask it. */
@Module({})
export class DatabaseModule {
  static forRoot(entities: Entities): DynamicModule {
    const typeOrm = TypeOrmModule.forRootAsync({
      inject: [DatabaseConfig],
      // `connect` waits and tells why; the module's own retries would only repeat its error.
      useFactory: (config: DatabaseConfig) => ({ ...dataSourceOptions(config, entities), toRetry: () => false }),
      dataSourceFactory: (options) => connect(options as DataSourceOptions),
    });
    return { module: DatabaseModule, global: true, imports: [typeOrm], providers, exports: providers };
  }
}
