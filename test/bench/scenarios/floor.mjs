import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { open } from '../databases.mjs';
import { databasePid, load } from '../measure.mjs';
import { startHello } from './hello.mjs';

const SERVER = fileURLToPath(new URL('floor-server.mjs', import.meta.url));

/** The least that a home page can cost: its statements and as many bytes, from node:http, with no framework and nothing to draw. */
export async function floor({ databases, seconds }) {
  const rows = [];
  const bare = await startHello('bare');
  for (const { name, url } of databases) {
    const view = await open(url);
    const database = await databasePid(view);
    await view.close();
    const child = fork(SERVER, [url]);
    const [port] = await once(child, 'message');
    const pids = { Node: child.pid, database };
    rows.push({ database: name, ...(await load({ url: `http://127.0.0.1:${port}/`, seconds, pids, bare })) });
    child.kill();
  }
  bare.stop();
  return rows;
}
