import { join, resolve } from 'node:path';
import type { AppConfig } from './app.config';
import { type Environment, isDecodable } from './environment';

/** Which database, and how many connections to it. */
export class DatabaseConfig {
  readonly kind: 'sqlite' | 'mysql';
  /** SQLite: absolute path of the file, or `:memory:`. */
  readonly file: string;
  /** MySQL or MariaDB: `mysql://user:password@host:port/name`. */
  readonly url: string;
  /** Copies of that, for reads that may be late. */
  readonly replicaUrls: readonly string[];
  /** Connections per process, to each of them. */
  readonly poolSize: number;

  constructor(environment: Environment, app: AppConfig) {
    this.poolSize = environment.integer('DATABASE_POOL', { fallback: 10, min: 1, max: 1000 });
    const usual = `sqlite:${join(app.dataDir, 'microblog.sqlite')}`;
    let text = environment.text('DATABASE_URL', usual);
    if (!isSound(text)) {
      environment.fault('DATABASE_URL', 'must be sqlite:<file> or mysql://user:password@host:port/name');
      // Nobody shall take it for the name of a file, and tell it: there may be a password in it.
      text = usual;
    }
    this.kind = text.startsWith('mysql:') ? 'mysql' : 'sqlite';
    this.url = this.kind === 'mysql' ? text : '';
    this.file = this.kind === 'sqlite' ? sqliteFile(text) : '';
    const replicas = environment.list('DATABASE_REPLICA_URLS', []);
    if (replicas.length > 0 && this.kind === 'sqlite')
      environment.fault('DATABASE_REPLICA_URLS', 'goes with a DATABASE_URL of MySQL');
    if (!replicas.every((url) => url.startsWith('mysql:') && isSound(url))) {
      environment.fault('DATABASE_REPLICA_URLS', 'must be mysql://user:password@host:port/name, several separated by commas');
    }
    this.replicaUrls = replicas;
  }
}

function isSound(text: string): boolean {
  if (!text.startsWith('mysql:')) return /^sqlite:./.test(text);
  const url = URL.parse(text);
  return url !== null && url.hostname !== '' && url.pathname.length > 1 && isDecodable(url);
}

function sqliteFile(text: string): string {
  const file = text.replace(/^sqlite:/, '');
  return file === ':memory:' ? file : resolve(file);
}
