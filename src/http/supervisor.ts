import cluster, { type Worker } from 'node:cluster';
import { RateLimiterClusterMaster } from 'rate-limiter-flexible';
import type { Config } from '../config/config';
import { STOP_SIGNALS } from './graceful-stop';

// A process that dies at its very start would die again at once, and again.
const RESTART_AFTER_MS = 1_000;

/**
 * Starts the web processes, counts for all of them what is limited (`throttling/limiter-store.ts`), replaces one that dies, and stops them all
 * when it is told to stop. When one dies before any has listened, there is nothing to replace: whatever is wrong is so for all of them, and
 * whoever started us is to know.
 */
export function supervise({ http }: Config): void {
  let hasListened = false;
  let isStopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    isStopping = true;
    for (const worker of workers()) worker.process.kill(signal);
  };
  const replace = (): void => {
    if (!isStopping) cluster.fork();
  };

  new RateLimiterClusterMaster();
  for (let started = 0; started < http.concurrency; started++) cluster.fork();
  cluster.on('listening', () => (hasListened = true));
  cluster.on('exit', (_, code: number) => {
    if (hasListened) setTimeout(replace, RESTART_AFTER_MS);
    else if (!isStopping) {
      process.exitCode = code || 1;
      stop('SIGTERM');
    }
  });
  for (const signal of STOP_SIGNALS) process.on(signal, () => stop(signal));
}

const workers = (): Worker[] => Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
