import 'reflect-metadata';
import cluster from 'node:cluster';
import type { AddressInfo } from 'node:net';
import { Logger } from '@nestjs/common';
import { processConfig } from './config/config';
import { createApp } from './create-app';
import { Migrator } from './database/migrator';
import { stopGracefully } from './http/graceful-stop';
import { supervise } from './http/supervisor';
import { JobHost } from './jobs/job-host';
import { exitBecauseOf, stopWhenTold } from './lifecycle';

/** Serves the site: one process, or as many as `WEB_CONCURRENCY` says under one that watches them. */
async function main(): Promise<void> {
  const config = processConfig();
  if (config.http.concurrency > 1 && cluster.isPrimary) return supervise(config);

  const app = await createApp(config);
  await app.get(Migrator).upgrade();
  await app.listen(config.http.port, config.http.host);
  const server = app.getHttpServer();
  const { port } = server.address() as AddressInfo;
  config.http.listensOn(port);
  // Before anybody can know that it listens, and tell it to stop.
  stopWhenTold(() => stopGracefully(app));
  await app.get(JobHost).start();
  new Logger('Microblog').log(`Microblog startup: ${config.http.baseUrl}${config.http.isOriginGiven ? ` on port ${port}` : ''}`);
}

main().catch(exitBecauseOf);
