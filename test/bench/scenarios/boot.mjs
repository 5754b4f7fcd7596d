import { load, memoryMb } from '../measure.mjs';
import { Server } from '../server.mjs';
import { CAST } from '../sizes.mjs';

/** How soon the program listens, and the memory it takes, fresh and after it was loaded five times as long as a page usually is. */
export async function boot({ databases, seconds }) {
  const rows = [];
  for (const { name, url } of databases) {
    const server = await Server.start(url);
    const fresh = memoryMb(server.pid);
    await load({ url: `${server.url}/`, headers: await server.as(CAST.probe), seconds: 5 * seconds });
    rows.push({
      database: name,
      'ms to listening': server.startedInMs,
      'MB at boot': fresh,
      'MB after load': memoryMb(server.pid),
    });
    await server.stop();
  }
  return rows;
}
