import { join, resolve } from 'node:path';
import type { AppConfig } from './app.config';
import type { Environment } from './environment';

/** Which database, and how many connections to it. */
export class DatabaseConfig {
  readonly kind: 'sqlite' | 'mysql';
  /** SQLite: absolute path of the file, or `:memory:`. */
  readonly file: string;
  /** MySQL or MariaDB: `mysql://user:password@host:port/name`. */
  readonly url: string;
  /** Connections per process. */
  readonly poolSize: number;

  constructor(environment: Environment, app: AppConfig) {
    this.poolSize = environment.integer('DATABASE_POOL', { fallback: 10, min: 1, max: 1000 });
    const text = environment.text('DATABASE_URL', `sqlite:${join(app.dataDir, 'microblog.sqlite')}`);
    this.kind = text.startsWith('mysql:') ? 'mysql' : 'sqlite';
    this.url = this.kind === 'mysql' ? text : '';
    this.file = this.kind === 'sqlite' ? sqliteFile(text) : '';
    const url = URL.parse(text);
    const sound = this.kind === 'mysql' ? url !== null && url.hostname !== '' && url.pathname.length > 1 : /^sqlite:./.test(text);
    if (!sound) environment.fault('DATABASE_URL', 'must be sqlite:<file> or mysql://user:password@host:port/name');
  }
}

function sqliteFile(text: string): string {
  const file = text.replace(/^sqlite:/, '');
  return file === ':memory:' ? file : resolve(file);
}
