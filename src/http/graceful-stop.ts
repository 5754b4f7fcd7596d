import type { INestApplication } from '@nestjs/common';
import type { Server } from 'node:http';

/** What tells a process to stop: a supervisor says the first, Ctrl-C the second. */
export const STOP_SIGNALS = ['SIGTERM', 'SIGINT'] as const;

const PATIENCE_MS = 15_000;
const SWEEP_MS = 100;

/**
 * Stops the server: requests in hand are answered, new ones are refused, connections that only wait for a next request are closed.
 * What still runs after 15 s is cut.
 */
export async function stopGracefully(app: INestApplication): Promise<void> {
  const server = app.getHttpServer() as Server;
  // A connection becomes idle only when its last answer is out, and nobody else closes it then.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  const cut = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
  try {
    await app.close();
  } finally {
    clearInterval(sweep);
    clearTimeout(cut);
  }
}
