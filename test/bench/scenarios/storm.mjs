import autocannon from 'autocannon';
import { Server } from '../server.mjs';
import { CAST } from '../sizes.mjs';

const AT_ONCE = 40;

/** How long others wait for explore while forty people sign in at once, again and again. */
export async function storm({ databases, seconds }) {
  const rows = [];
  for (const { name, url } of databases) {
    const server = await Server.start(url);
    const headers = await server.as(CAST.probe);
    // A steady stream, far below what it can do: what is measured is waiting, not capacity.
    const read = () => autocannon({ url: `${server.url}/explore`, headers, connections: 4, overallRate: 50, duration: seconds });
    await read();
    const quiet = await read();
    const [busy, signedIn] = await Promise.all([read(), signInFor(server, seconds)]);
    rows.push({
      page: `${name}: explore`,
      'quiet p99 ms': quiet.latency.p99,
      'p99 ms': busy.latency.p99,
      ratio: (busy.latency.p99 / quiet.latency.p99).toFixed(1),
      'sign-ins/s': Math.round(signedIn / seconds),
    });
    await server.stop();
  }
  return rows;
}

async function signInFor(server, seconds) {
  const end = performance.now() + seconds * 1_000;
  let count = 0;
  while (performance.now() < end) {
    await Promise.all(Array.from({ length: AT_ONCE }, () => server.signIn(CAST.hermit)));
    count += AT_ONCE;
  }
  return count;
}
