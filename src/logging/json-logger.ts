import { isatty } from 'node:tty';
import { Injectable, type LoggerService } from '@nestjs/common';
import pino, { type Level, type Logger } from 'pino';
import pretty from 'pino-pretty';
import { LogConfig } from '../config/log.config';

// Whatever is logged by mistake: these never reach the file.
const SECRETS = ['password', 'password2', 'token', 'authorization', 'cookie', 'secret', 'csrf_token'];

// A statement that failed carries its values, on MySQL also within its text: hashes, addresses, letters.
const VALUES_OF_STATEMENT = ['err.parameters', 'err.sql', 'err.driverError'];

// Nest tells of each module and each route that it sets up.
const CHATTER: ReadonlySet<string> = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
]);

/**
 * The log of the program behind Nest's `Logger`: one JSON object a line (pino), or coloured lines while developing. A message is
 * an event with fields, `logger.log({ event: 'export.finished', exportId, tookMs })`; an `err` among them is written with its stack.
 * pino escapes line ends, so nobody forges a line.
 */
@Injectable()
export class JsonLogger implements LoggerService {
  private readonly logger: Logger;

  /** @param fd where the lines go that no `LOG_FILE` takes: standard output (1) or standard error (2) */
  constructor({ level, format, file }: LogConfig, fd: 1 | 2 = 1) {
    // Lines are gathered and written together: a write a line would cost as much as a small page does.
    const destination = pino.destination({
      dest: file ?? fd,
      sync: false,
      minLength: format === 'json' ? 4096 : 0,
      mkdir: true,
      mode: 0o600,
    });
    const stream =
      format === 'pretty'
        ? pretty({
            destination,
            colorize: file === undefined && isatty(fd),
            ignore: 'pid,hostname,context',
            messageFormat: '{context}: {msg}',
          })
        : destination;
    this.logger = pino(
      {
        level,
        redact: { paths: [...SECRETS, ...SECRETS.map((name) => `*.${name}`), ...VALUES_OF_STATEMENT], censor: '[secret]' },
      },
      stream,
    );
    if (format === 'json') setInterval(() => destination.flush(), 1000).unref();
  }

  log(message: unknown, context?: string): void {
    this.write(context !== undefined && CHATTER.has(context) ? 'debug' : 'info', message, context);
  }

  error(message: unknown, ...details: unknown[]): void {
    // Nest calls this with a stack and a context, or with the context alone.
    const context = details.at(-1);
    const stack = details.length > 1 ? details[0] : undefined;
    this.write('error', message, typeof context === 'string' ? context : undefined, stack);
  }

  warn(message: unknown, context?: string): void {
    this.write('warn', message, context);
  }

  debug(message: unknown, context?: string): void {
    this.write('debug', message, context);
  }

  verbose(message: unknown, context?: string): void {
    this.write('trace', message, context);
  }

  fatal(message: unknown, context?: string): void {
    this.write('fatal', message, context);
  }

  private write(level: Level, message: unknown, context?: string, stack?: unknown): void {
    if (message instanceof Error) this.logger[level]({ context, err: message });
    else if (typeof message === 'object' && message !== null) this.event(level, message, context);
    else this.logger[level]({ context, ...(stack === undefined ? {} : { stack }) }, String(message));
  }

  private event(level: Level, { event, ...fields }: { event?: string }, context?: string): void {
    this.logger[level]({ context, ...fields }, event);
  }
}
