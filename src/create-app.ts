import type { Type } from '@nestjs/common';
import { INJECTABLE_WATERMARK } from '@nestjs/common/constants.js';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { useContainer } from 'class-validator';
import { ApiDocument } from './api/api-document';
import { AppModule } from './app.module';
import type { Config } from './config/config';
import { FastExpressAdapter } from './http/fast-express.adapter';
import { setUpHttp } from './http/set-up';
import { JsonLogger } from './logging/json-logger';

/** The web application, wired but neither migrated nor listening: for `main.ts` and for the tests. */
export async function createApp(config: Config): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(config), new FastExpressAdapter(), {
    bodyParser: false,
    logger: new JsonLogger(config.log),
    abortOnError: false,
  });
  // Rules that ask the database are made by Nest; class-validator makes all others.
  const nest = { get: (type: Type) => (Reflect.hasMetadata(INJECTABLE_WATERMARK, type) ? app.get<unknown>(type) : undefined) };
  useContainer(nest, { fallback: true });
  setUpHttp(app, config);
  app.get(ApiDocument).describes(app);
  return app;
}
