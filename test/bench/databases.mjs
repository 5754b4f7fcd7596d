import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { createConnection } from 'mysql2/promise';
import { SIZES } from './sizes.mjs';
import { fill } from './village.mjs';

// What is printed is the figures.
Logger.overrideLogger(['warn', 'error']);

const require = createRequire(import.meta.url);
/** A module of the built program. */
export const built = (path) => require(`../../dist/src/${path}.js`);

/**
 * The databases that a run is about, filled if they are empty. They are kept: the next run finds them.
 *
 * @param {{ on: string, size: string, database?: string }} options `on`: `sqlite` or the address of a MySQL server
 * @returns {Promise<{ name: string, url: string }[]>}
 */
export async function databases({ on, size, database }) {
  const chosen = database
    ? [{ name: 'given', url: database }]
    : await Promise.all(size.split(',').map((name) => place(on, name)));
  for (const { name, url } of chosen) await prepare(name, url);
  return chosen;
}

async function place(on, name) {
  if (!(name in SIZES)) throw new Error(`--size takes ${Object.keys(SIZES).join(', ')}, not ${name}`);
  if (on === 'sqlite') {
    const folder = join(tmpdir(), 'microblog-bench');
    mkdirSync(folder, { recursive: true });
    return { name, url: `sqlite:${join(folder, `${name}.sqlite`)}` };
  }
  const server = await createConnection(on);
  await server.query(`CREATE DATABASE IF NOT EXISTS microblog_bench_${name}`);
  await server.end();
  return { name, url: Object.assign(new URL(on), { pathname: `/microblog_bench_${name}` }).href };
}

async function prepare(name, url) {
  const view = await open(url);
  await new (built('database/migrator').Migrator)(view.dataSource).upgrade();
  const [first] = await view.dataSource.query('SELECT id FROM `user` LIMIT 1');
  if (first === undefined) {
    const size = SIZES[name] ?? SIZES.small;
    process.stderr.write(`Filling ${url}: ${size.users} people, ${size.posts} posts…\n`);
    await fill(view.dataSource, size);
  }
  await view.close();
}

/** Builds the index for searching if there is none yet: a server would do it, while it is measured. @returns seconds, or undefined where it was there */
export async function indexed({ dataSource, transaction, sql }) {
  const { Database } = built('database/database');
  const { Reindexer } = built('search/index/reindexer.service');
  const { SearchTermsRepository } = built('search/index/search-terms.repository');
  const { SearchPosts } = built('search/search-posts.queries');
  const database = new Database(dataSource, transaction);
  const terms = new SearchTermsRepository(database, sql);
  if ((await terms.state()).edition > 0) return undefined;
  const started = performance.now();
  await new Reindexer(terms, new SearchPosts(sql, database)).run(new AbortController().signal);
  return Math.round((performance.now() - started) / 1000);
}

/** The built program's view of a database, without the program around it. */
export async function open(url) {
  const { DatabaseConfig } = built('config/database.config');
  const { Environment } = built('config/environment');
  const { createDataSource } = built('database/data-source');
  const { dataSourceOptions } = built('database/data-source-options');
  const { Sql } = built('database/sql');
  const { Transaction } = built('database/transaction');
  const { entities } = built('entities');
  const config = new DatabaseConfig(new Environment({ DATABASE_URL: url }), { dataDir: tmpdir() });
  const dataSource = await createDataSource(dataSourceOptions(config, entities)).initialize();
  const transaction = new Transaction(dataSource);
  return { dataSource, transaction, sql: new Sql(dataSource, transaction), close: () => dataSource.destroy() };
}
