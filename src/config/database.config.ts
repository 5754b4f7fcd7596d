import { join, resolve } from 'node:path';
import type { AppConfig } from './app.config';
import type { Environment } from './environment';
import { parseMysqlUrl } from './mysql-url';

/** Which database, and how many connections to it. */
export class DatabaseConfig {
  readonly kind: 'sqlite' | 'mysql';
  /** SQLite: absolute path of the file, or `:memory:`. */
  readonly file: string;
  /** MySQL or MariaDB, for `parseMysqlUrl`. */
  readonly url: string;
  /** Copies of that, for reads that may be late. */
  readonly replicaUrls: readonly string[];
  /** Connections per process, to each of them. */
  readonly poolSize: number;

  constructor(environment: Environment, app: AppConfig) {
    this.poolSize = environment.integer('DATABASE_POOL', { fallback: 10, min: 1, max: 1000 });
    const usual = `sqlite:${join(app.dataDir, 'microblog.sqlite')}`;
    let text = environment.text('DATABASE_URL', usual);
    const fault = faultOf(text);
    if (fault) {
      environment.fault('DATABASE_URL', fault);
      // Nobody shall take it for the name of a file, and tell it: there may be a password in it.
      text = usual;
    }
    this.kind = text.startsWith('mysql:') ? 'mysql' : 'sqlite';
    this.url = this.kind === 'mysql' ? text : '';
    this.file = this.kind === 'sqlite' ? sqliteFile(text) : '';
    const replicas = environment.list('DATABASE_REPLICA_URLS', []);
    if (replicas.length > 0 && this.kind === 'sqlite')
      environment.fault('DATABASE_REPLICA_URLS', 'goes with a DATABASE_URL of MySQL');
    for (const fault of new Set(replicas.map(mysqlFaultOf))) {
      if (fault) environment.fault('DATABASE_REPLICA_URLS', `one of them ${fault}`);
    }
    this.replicaUrls = replicas;
  }
}

function faultOf(text: string): string | undefined {
  if (text.startsWith('mysql:')) return mysqlFaultOf(text);
  return /^sqlite:./.test(text) ? undefined : 'must be sqlite:<file> or mysql://user:password@host:port/name';
}

function mysqlFaultOf(text: string): string | undefined {
  try {
    parseMysqlUrl(text);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function sqliteFile(text: string): string {
  const file = text.replace(/^sqlite:/, '');
  return file === ':memory:' ? file : resolve(file);
}
