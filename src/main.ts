import 'reflect-metadata';
import cluster from 'node:cluster';
import type { AddressInfo } from 'node:net';
import { Logger } from '@nestjs/common';
import { processConfig } from './config/config';
import { ConfigError } from './config/environment';
import { createApp } from './create-app';
import { Migrator } from './database/migrator';
import { STOP_SIGNALS, stopGracefully } from './http/graceful-stop';
import { supervise } from './http/supervisor';

/** Serves the site: one process, or as many as `WEB_CONCURRENCY` says under one that watches them. */
async function main(): Promise<void> {
  const config = processConfig();
  if (config.http.concurrency > 1 && cluster.isPrimary) return supervise(config);

  const app = await createApp(config);
  await app.get(Migrator).upgrade();
  await app.listen(config.http.port, config.http.host);
  const server = app.getHttpServer();
  config.http.listensOn((server.address() as AddressInfo).port);
  // Before anybody can know that it listens, and tell it to stop. A second signal, as when a whole group of processes gets one and
  // the supervisor passes its own on, must not cut what the first one lets finish.
  let stopped: Promise<void> | undefined;
  const stop = (): void => void (stopped ??= stopGracefully(app).then(() => process.exit(0)));
  for (const signal of STOP_SIGNALS) process.on(signal, stop);
  new Logger('Microblog').log(`Microblog startup: ${config.http.baseUrl}`);
}

main().catch((error: unknown) => {
  // Before there is a log, or because there is none.
  process.stderr.write(
    `${error instanceof ConfigError ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exit(1);
});
