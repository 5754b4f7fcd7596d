import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';

export interface TestDatabase {
  readonly kind: 'sqlite' | 'mysql';
  /** For `DATABASE_URL`. */
  readonly url: string;
  drop(): Promise<void>;
}

/** An empty database of one's own, of the kind that `TEST_DATABASE` names unless told otherwise: `sqlite` (default) or `mysql`. */
export function createTestDatabase(kind = process.env.TEST_DATABASE ?? 'sqlite'): Promise<TestDatabase> {
  if (kind === 'sqlite') return createSqlite();
  if (kind === 'mysql') return createMysql();
  throw new Error(`TEST_DATABASE must be sqlite or mysql, not ${kind}`);
}

async function createSqlite(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'microblog-db-'));
  return {
    kind: 'sqlite',
    url: `sqlite:${join(folder, 'test.sqlite')}`,
    drop: () => rm(folder, { recursive: true, force: true }),
  };
}

async function createMysql(): Promise<TestDatabase> {
  const server = process.env.TEST_MYSQL_URL ?? 'mysql://root@127.0.0.1:3306';
  const name = `microblog_test_${randomBytes(6).toString('hex')}`;
  // No collation: the tables must bring their own, whatever the server's default is.
  await onServer(server, `CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  return {
    kind: 'mysql',
    url: Object.assign(new URL(server), { pathname: `/${name}` }).href,
    drop: () => onServer(server, `DROP DATABASE ${name}`),
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const connection = await createConnection(url);
  try {
    await connection.query(statement);
  } finally {
    await connection.end();
  }
}
