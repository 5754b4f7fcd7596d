import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ApiDocument } from './api/api-document';
import { AppModule } from './app.module';
import { makeRulesBy } from './common/rule-container';
import type { Config } from './config/config';
import { FastExpressAdapter } from './http/fast-express.adapter';
import { RefusedForms } from './http/refused-forms';
import { setUpHttp } from './http/set-up';
import { JsonLogger } from './logging/json-logger';
import { AnswerWriter } from './web/answer-writer';

/** The web application, wired but neither migrated nor listening: for `main.ts` and for the tests. */
export async function createApp(config: Config): Promise<NestExpressApplication> {
  const adapter = new FastExpressAdapter();
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(config, 'web'), adapter, {
    bodyParser: false,
    logger: new JsonLogger(config.log),
    abortOnError: false,
  });
  makeRulesBy(app);
  const [answers, refusedForms] = [app.get(AnswerWriter), app.get(RefusedForms)];
  adapter.writeWith((answer, response) => refusedForms.bodyOf(answer, response) ?? answers.bodyOf(answer, response));
  setUpHttp(app, config);
  app.get(ApiDocument).describes(app);
  return app;
}
