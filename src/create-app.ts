import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { useContainer } from 'class-validator';
import { AppModule } from './app.module';
import type { Config } from './config/config';
import { FastExpressAdapter } from './http/fast-express.adapter';
import { setUpHttp } from './http/set-up';
import { JsonLogger } from './logging/json-logger';

/** The web application, wired and migrated nowhere yet, listening nowhere yet: for `main.ts` and for the tests. */
export async function createApp(config: Config): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(config), new FastExpressAdapter(), {
    bodyParser: false,
    logger: new JsonLogger(config.log),
    abortOnError: false,
  });
  // Rules that ask the database are made by Nest.
  useContainer(app.select(AppModule), { fallbackOnErrors: true });
  setUpHttp(app, config);
  return app;
}
