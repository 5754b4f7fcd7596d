import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { processConfig } from './config/config';
import { ConfigError } from './config/environment';
import { createWorker } from './create-worker';
import { Migrator } from './database/migrator';
import { JobHost } from './jobs/job-host';
import { exitBecauseOf, stopWhenTold } from './lifecycle';

/** Works jobs and nothing else, beside web processes that leave them to it. */
async function main(): Promise<void> {
  const config = processConfig();
  if (config.redis.url === undefined) throw ConfigError.about('REDIS_URL', 'is what a worker gets its jobs by');
  const app = await createWorker(config);
  await app.get(Migrator).upgrade();
  stopWhenTold(() => app.close());
  await app.get(JobHost).start();
  new Logger('Microblog').log('Microblog worker startup');
}

main().catch(exitBecauseOf);
