import { once } from 'node:events';
import { request } from 'node:http';
import { memoryMb } from '../measure.mjs';
import { Server } from '../server.mjs';

const STREAMS = 1_000;
/** One person may have so many pages open. */
const EACH = 20;

/** How much memory open pages cost that listen for what is new, and how long they take to be let go. */
export async function streams({ databases }) {
  const rows = [];
  for (const { name, url } of databases) {
    const server = await Server.start(url);
    const readers = [];
    for (let n = 1; n <= STREAMS / EACH; n++) readers.push(await server.as(`user${n * 10}`));
    await server.get('/explore', readers[0]);
    const before = memoryMb(server.pid);
    const open = await Promise.all(readers.flatMap((headers) => Array.from({ length: EACH }, () => listen(server.url, headers))));
    const after = memoryMb(server.pid);
    const ended = Promise.all(open.map((response) => once(response, 'close')));
    const started = performance.now();
    await server.stop();
    await ended;
    rows.push({
      streams: `${name}: ${open.length}`,
      'MB before': before,
      'MB with them': after,
      'let go in ms': Math.round(performance.now() - started),
    });
  }
  return rows;
}

/** Resolves when the first line has come. */
async function listen(url, headers) {
  const asked = request(`${url}/notifications/stream`, { headers, agent: false });
  asked.on('error', () => undefined);
  asked.end();
  const [response] = await once(asked, 'response');
  if (response.statusCode !== 200) throw new Error(`A stream answered ${response.statusCode}`);
  await once(response, 'data');
  response.on('error', () => undefined);
  response.resume();
  return response;
}
