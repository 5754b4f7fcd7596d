import type { LogConfig } from '../config/log.config';
import { JsonLogger } from '../logging/json-logger';

const STDERR = 2;

/** The log of a command: on standard error, beside the results and not among them. */
export class CommandLogger extends JsonLogger {
  constructor(config: LogConfig) {
    super(config, STDERR);
  }

  override error(message: unknown, ...details: unknown[]): void {
    // What ends Nest's start also ends the command, which tells it without the stack.
    if (details.at(-1) !== 'ExceptionHandler') super.error(message, ...details);
  }
}
