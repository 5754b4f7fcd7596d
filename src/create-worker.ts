import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
import { makeRulesBy } from './common/rule-container';
import type { Config } from './config/config';
import { JsonLogger } from './logging/json-logger';

/** The program without its web server, for a process that works jobs: for `worker.ts` and for the tests. */
export async function createWorker(config: Config): Promise<INestApplicationContext> {
  const options = { logger: new JsonLogger(config.log), abortOnError: false };
  const app = await NestFactory.createApplicationContext(AppModule.with(config, 'worker'), options);
  makeRulesBy(app);
  return app;
}
