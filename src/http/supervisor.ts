import cluster, { type Worker } from 'node:cluster';
import type { Config } from '../config/config';
import { STOP_SIGNALS } from './graceful-stop';

// A process that dies at its very start would die again at once, and again.
const RESTART_AFTER_MS = 1_000;

/** Starts the web processes, replaces one that dies, and stops them all when it is told to stop. */
export function supervise({ http }: Config): void {
  let stopping = false;
  for (let started = 0; started < http.concurrency; started++) cluster.fork();

  const replace = (): void => {
    if (!stopping) cluster.fork();
  };
  cluster.on('exit', () => setTimeout(replace, RESTART_AFTER_MS));
  for (const signal of STOP_SIGNALS) {
    process.on(signal, () => {
      stopping = true;
      for (const worker of workers()) worker.process.kill(signal);
    });
  }
}

const workers = (): Worker[] => Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
