import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type Config, readConfig } from '../../src/config/config';
import { Migrator } from '../../src/database/migrator';
import { createApp } from '../../src/create-app';
import { createTestDatabase } from './test-database';

/** The whole program, listening on a free port, with a database and a data folder of its own. */
export interface TestApp {
  /** Such as `http://127.0.0.1:41234`. */
  readonly url: string;
  readonly app: NestExpressApplication;
  readonly config: Config;
  get<T>(token: Type<T> | string | symbol): T;
  /** Closes it and removes its database and files. */
  stop(): Promise<void>;
}

/** @param variables of the environment, on top of those that make a quiet test */
export async function startTestApp(variables: Readonly<Record<string, string>> = {}): Promise<TestApp> {
  const undo: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const database = await createTestDatabase();
    undo.push(() => database.drop());
    const dataDir = await mkdtemp(join(tmpdir(), 'microblog-data-'));
    undo.push(() => rm(dataDir, { recursive: true, force: true }));

    const config = readConfig({
      NODE_ENV: 'test',
      DATA_DIR: dataDir,
      DATABASE_URL: database.url,
      SECRET_KEY: randomBytes(48).toString('base64url'),
      PORT: '0',
      LOG_LEVEL: 'silent',
      ...variables,
    });
    const app = await createApp(config);
    undo.push(() => app.close());
    await app.get(Migrator, { strict: false }).upgrade();
    const port = await listen(app, config);
    return {
      url: `http://127.0.0.1:${port}`,
      app,
      config,
      get: <T>(token: Type<T> | string | symbol) => app.get<T>(token, { strict: false }),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function listen(app: NestExpressApplication, config: Config): Promise<number> {
  await app.listen(config.http.port, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  config.http.listensOn(port);
  return port;
}
