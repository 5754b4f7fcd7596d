import { readFileSync } from 'node:fs';
import type { TlsOptions } from 'node:tls';
import type { DataSourceOptions } from 'typeorm';
import type { DatabaseConfig } from '../config/database.config';
import { type MysqlServer, parseMysqlUrl } from '../config/mysql-url';
import { migrations } from './migrations';
import { LIMITS } from './mysql/limits';
import { QueryLog } from './query-log';

/** Entity classes. Features lie above this folder, so the list comes from `src/entities.ts`. */
export type Entities = readonly (new () => object)[];

export const MIGRATIONS_TABLE = 'migration';

const SLOW_QUERY_MS = 1_000;
const CONNECT_TIMEOUT_MS = 5_000;
// The server counts all connections together (max_prepared_stmt_count, 16382).
const STATEMENTS_PER_CONNECTION = 200;

/** The one truth about how to reach the database: for the program, the commands, the tests and the TypeORM command line. */
export function dataSourceOptions(config: DatabaseConfig, entities: Entities): DataSourceOptions {
  const common = {
    entities: [...entities],
    migrations,
    migrationsTableName: MIGRATIONS_TABLE,
    synchronize: false,
    logger: new QueryLog(),
    maxQueryExecutionTime: SLOW_QUERY_MS,
  };
  if (config.kind === 'sqlite') {
    return { ...common, type: 'better-sqlite3', database: config.file, enableWAL: true, migrationsTransactionMode: 'all' };
  }
  const server = parseMysqlUrl(config.url);
  return {
    ...common,
    type: 'mysql',
    host: server.host,
    port: server.port,
    socketPath: server.socket,
    ssl: sslOf(server),
    username: server.user,
    password: server.password,
    database: server.database,
    charset: 'utf8mb4',
    timezone: 'Z',
    supportBigNumbers: true,
    bigNumberStrings: false,
    connectTimeout: CONNECT_TIMEOUT_MS,
    poolSize: config.poolSize,
    // MySQL commits before and after each change of a table, whatever a transaction says.
    migrationsTransactionMode: 'none',
    extra: {
      limits: LIMITS,
      enableKeepAlive: true,
      keepAliveInitialDelay: 10_000,
      maxPreparedStatements: STATEMENTS_PER_CONNECTION,
    },
  };
}

/** mysql2 wants a certificate unless told otherwise, and then whoever it is made out to. */
function sslOf({ sslMode, sslCa }: MysqlServer): (TlsOptions & { verifyIdentity: boolean }) | undefined {
  if (sslMode === 'DISABLED') return undefined;
  return {
    rejectUnauthorized: sslMode !== 'REQUIRED',
    verifyIdentity: sslMode === 'VERIFY_IDENTITY',
    ca: sslCa === undefined ? undefined : readFileSync(sslCa),
  };
}
