import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
import { CommandLogger } from './commands/command-logger';
import { MaintenanceModule } from './commands/maintenance.module';
import { makeRulesBy } from './common/rule-container';
import type { Config } from './config/config';

/** The program without its web server, and what only operators use: for `cli.ts` and for the tests of the commands. */
export async function createContext(config: Config): Promise<INestApplicationContext> {
  const root = { module: MaintenanceModule, imports: [AppModule.with(config, 'command')] };
  const app = await NestFactory.createApplicationContext(root, { logger: new CommandLogger(config.log), abortOnError: false });
  makeRulesBy(app);
  return app;
}
