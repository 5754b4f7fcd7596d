import { ConfigError } from './config/environment';
import { STOP_SIGNALS } from './http/graceful-stop';

/**
 * Ends the process when it is told to, with 0 once all is in order. A second signal, as when a whole group of processes gets one and
 * the supervisor passes its own on, must not cut what the first one lets finish.
 */
export function stopWhenTold(stop: () => Promise<void>): void {
  let stopped: Promise<void> | undefined;
  for (const signal of STOP_SIGNALS) process.on(signal, () => void (stopped ??= stop().then(() => process.exit(0))));
}

/** Ends a process that could not start: before there is a log, or because there is none. */
export function exitBecauseOf(error: unknown): void {
  const reason = error instanceof ConfigError ? error.message : String(error instanceof Error ? error.stack : error);
  process.stderr.write(`${reason}\n`, () => process.exit(1));
}
