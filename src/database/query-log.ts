import { Logger as Log } from '@nestjs/common';
import type { Logger } from 'typeorm';

/**
 * What TypeORM has to say, in the log of the program. Never the parameters: they hold passwords, tokens and letters. A query that
 * fails is thrown, and told by whoever catches it.
 */
export class QueryLog implements Logger {
  private readonly output = new Log('Database');

  logQuery(): void {}

  logQueryError(): void {}

  logQuerySlow(tookMs: number, query: string): void {
    this.output.warn({ event: 'database.slowQuery', tookMs, query });
  }

  /** What the TypeORM command line answers. */
  logSchemaBuild(message: string): void {
    this.output.debug(message);
  }

  logMigration(): void {}

  log(level: 'log' | 'info' | 'warn', message: unknown): void {
    if (level === 'warn') this.output.warn({ event: 'database.warning', message });
  }
}
