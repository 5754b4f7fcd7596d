import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { load } from '../measure.mjs';

const SERVER = fileURLToPath(new URL('hello-server.mjs', import.meta.url));

/** A server that says hello. @param {'bare' | 'express' | 'fast'} kind */
export async function startHello(kind) {
  const child = fork(SERVER, [kind]);
  const [port] = await once(child, 'message');
  return { url: `http://127.0.0.1:${port}/`, pid: child.pid, stop: () => child.kill() };
}

/** What the frame costs: the same short answer from node:http, from Nest on Express as it comes, and on our adapter. */
export async function hello({ seconds }) {
  const rows = [];
  for (const kind of ['bare', 'express', 'fast']) {
    const { url, pid, stop } = await startHello(kind);
    rows.push({ server: kind, ...(await load({ url, seconds, pids: { Node: pid } })) });
    stop();
  }
  const [bare] = rows;
  return rows.map((row) => ({ ...row, 'against bare': (row['Node µs'] / bare['Node µs']).toFixed(1) }));
}
