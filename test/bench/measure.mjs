import { existsSync, readFileSync } from 'node:fs';
import autocannon from 'autocannon';

const CONNECTIONS = 16;
const ROUNDS = 3;
const TICKS_PER_SECOND = 100;

/** What runs for the first time runs slowly, and is compiled while it does. */
const WARM_UP_MS = 2_000;

/** Milliseconds that work takes, one call after the other: the median. */
export async function medianMs(work, times = 500) {
  for (const end = performance.now() + WARM_UP_MS; performance.now() < end;) await work();
  const took = [];
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    await work();
    took.push(performance.now() - start);
  }
  return took.sort((a, b) => a - b)[times >> 1];
}

/**
 * Asks for one address again and again over 16 connections, in rounds; what it tells is of the best round, which others on the machine
 * disturbed least.
 *
 * @param {{ url: string, headers?: object, seconds: number, pids?: Record<string, number | undefined>, bare?: { url: string, pid: number } }} request
 *   `bare`: a server that does next to nothing, asked in the same rounds; the first process is compared with it
 * @returns requests a second, milliseconds, and CPU per request in microseconds of each process named
 */
export async function load({ url, headers = {}, seconds, pids = {}, bare }) {
  const known = Object.entries(pids).filter(([, pid]) => pid !== undefined);
  const page = { url, headers, pids: known.map(([, pid]) => pid) };
  await ask(page, 1);
  let best;
  for (let round = 0; round < ROUNDS; round++) {
    const { requests, latency, micros } = await ask(page, seconds / ROUNDS);
    const told = {
      'requests/s': Math.round(requests.average),
      'p50 ms': latency.p50,
      'p99 ms': latency.p99,
      ...Object.fromEntries(known.map(([name], i) => [`${name} µs`, Math.round(micros[i])])),
    };
    if (bare) {
      const plain = await ask({ url: bare.url, headers: {}, pids: [bare.pid] }, seconds / ROUNDS);
      told['against bare'] = (micros[0] / plain.micros[0]).toFixed(1);
    }
    if (best === undefined || told['requests/s'] > best['requests/s']) best = told;
  }
  return best;
}

/** One round, with the CPU that each request took of some processes. */
async function ask({ url, headers, pids }, duration) {
  const before = pids.map(cpuSeconds);
  const answers = await autocannon({ url, headers, connections: CONNECTIONS, duration });
  const { requests, non2xx, errors } = answers;
  if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} wrong answers, ${errors} errors`);
  return { ...answers, micros: pids.map((pid, i) => ((cpuSeconds(pid) - before[i]) / requests.total) * 1e6) };
}

/** What a process has used so far, where the system tells (Linux). */
function cpuSeconds(pid) {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return NaN;
  // The name in parentheses may hold anything; utime and stime are the 14th and 15th field.
  const fields = readFileSync(file, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** Resident memory of a process in MB (Linux). */
export function memoryMb(pid) {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Math.round(Number(kilobytes) / 1024);
}

/** The process of the MySQL server, when it runs on this machine. */
export async function databasePid({ sql }) {
  if (sql.dialect !== 'mysql') return undefined;
  const [{ file }] = await sql.all('SELECT @@pid_file AS file');
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined;
}

/** Statements and rows that some work asks of MySQL on the connection of this view alone. SQLite does not count. */
export const costHere = ({ sql, transaction }, work) => transaction.run(() => cost(sql, 'SESSION', work));

/** The same for work of another process: all that the server does meanwhile, so nobody else should use it. */
export const costAnywhere = ({ sql }, work) => cost(sql, 'GLOBAL', work);

async function cost(sql, scope, work) {
  if (sql.dialect !== 'mysql') return {};
  await work();
  const least = async (piece) => {
    const tries = [];
    for (let i = 0; i < 8; i++) {
      const before = await counters(sql, scope);
      await piece();
      const after = await counters(sql, scope);
      tries.push({ statements: after.statements - before.statements, rows: after.rows - before.rows });
    }
    return {
      statements: Math.min(...tries.map(({ statements }) => statements)),
      rows: Math.min(...tries.map(({ rows }) => rows)),
    };
  };
  const [all, own] = [await least(work), await least(() => undefined)];
  return { statements: all.statements - own.statements, 'rows read': all.rows - own.rows };
}

async function counters(sql, scope) {
  const rows = await sql.all(`SHOW ${scope} STATUS WHERE Variable_name = 'Questions' OR Variable_name LIKE 'Handler_read%'`);
  const count = { statements: 0, rows: 0 };
  for (const { Variable_name: name, Value } of rows) count[name === 'Questions' ? 'statements' : 'rows'] += Number(Value);
  return count;
}
