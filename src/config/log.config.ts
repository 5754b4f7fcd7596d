import type { AppConfig } from './app.config';
import type { Environment } from './environment';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** How much is written to the log, in which form, and where. */
export class LogConfig {
  readonly level: (typeof LOG_LEVELS)[number];
  readonly format: 'pretty' | 'json';
  /** Absent: standard output. */
  readonly file: string | undefined;

  constructor(environment: Environment, app: AppConfig) {
    this.level = environment.oneOf('LOG_LEVEL', LOG_LEVELS, 'info');
    this.format = environment.oneOf('LOG_FORMAT', ['pretty', 'json'], app.isProduction ? 'json' : 'pretty');
    this.file = environment.text('LOG_FILE');
  }
}
