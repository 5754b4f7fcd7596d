import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { setImmediate as immediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { load } from 'cheerio';
import { projectRoot } from '../../../src/common/project-root';
import { PASSWORD } from '../../factories/factories';
import { BrowserSession } from '../../support/browser-session';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

/** The program as it runs in earnest: a process of its own, told to stop by a signal. */
interface Program {
  readonly process: ChildProcess;
  readonly url: string;
  /** Said where the address does not have it. */
  readonly port: string | undefined;
  /** Of the process that said first that it listens. */
  readonly pid: number;
  /** Settles when it is over. */
  readonly exit: Promise<{ code: number | null; signal: string | null }>;
}

let database: TestDatabase;
let dataDir: string;
let program: Pick<Program, 'process' | 'exit'> | undefined;

beforeAll(async () => {
  await promisify(execFile)(join(projectRoot(), 'bin/build'));
  dataDir = await mkdtemp(join(tmpdir(), 'microblog-data-'));
  database = await createTestDatabase();
}, 120_000);
afterEach(async () => {
  program?.process.kill('SIGKILL');
  await program?.exit;
});
afterAll(async () => {
  await database.drop();
  await rm(dataDir, { recursive: true });
});

async function start(variables: Readonly<Record<string, string>> = {}): Promise<Program> {
  const env = { DATA_DIR: dataDir, DATABASE_URL: database.url, PORT: '0', LOG_FORMAT: 'json', WEB_CONCURRENCY: '1' };
  const child = spawn(process.execPath, [join(projectRoot(), 'dist/src/main.js')], {
    env: { PATH: process.env.PATH, ...env, ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit').then(([code, signal]) => ({ code, signal }));
  // Before anything can fail: what was started is ended.
  program = { process: child, exit };
  for await (const line of createInterface(child.stdout)) {
    const { msg, pid } = JSON.parse(line) as { msg: string; pid: number };
    const [, url, port] = /^Microblog startup: (\S+?)(?: on port (\d+))?$/.exec(msg) ?? [];
    if (url === undefined) continue;
    child.stdout.resume();
    return { process: child, url, port, pid, exit };
  }
  throw new Error('The program ended before it listened');
}

/** Resolves when nobody listens there any more. */
async function refused(url: string): Promise<void> {
  const { hostname, port } = new URL(url);
  for (;;) {
    const socket = connect(Number(port), hostname);
    try {
      await once(socket, 'connect');
    } catch (error) {
      expect(error).toMatchObject({ code: expect.stringMatching(/ECONNREFUSED|ECONNRESET/) });
      return;
    } finally {
      socket.destroy();
    }
  }
}

/** Resolves when a process is gone, and whoever started it knows. */
async function gone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch (error) {
      expect(error).toMatchObject({ code: 'ESRCH' });
      return;
    }
    await immediate();
  }
}

async function answerOf(
  sent: ReturnType<typeof request>,
): Promise<{ status: number; body: string; headers: IncomingMessage['headers'] }> {
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: response.statusCode ?? 0, body: await text(response), headers: response.headers };
}

// Each test starts the whole program, some of them several times over.
jest.setTimeout(60_000);

describe('the line with which it says that it listens', () => {
  it('has the port that was free, also where the world knows another address', async () => {
    const { url, port } = await start({ BASE_URL: 'https://blog.example' });

    expect(url).toBe('https://blog.example');
    expect((await answerOf(request(`http://127.0.0.1:${port}/healthz`).end())).status).toBe(200);
  });
});

describe('SIGTERM', () => {
  it('answers what is in hand, hangs up on who says nothing, lets nobody in, and ends well', async () => {
    const { process: child, url, exit } = await start();
    const idle = new Agent({ keepAlive: true });
    const page = await answerOf(request(`${url}/auth/login`, { agent: idle, headers: { accept: 'text/html' } }).end());
    const body = new URLSearchParams({
      username: 'susan',
      password: 'nobody has this one',
      csrf_token: load(page.body)('[name=csrf_token]').attr('value') ?? '',
    }).toString();
    const inHand = request(`${url}/auth/login`, {
      method: 'POST',
      headers: {
        accept: 'text/html',
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': body.length,
        cookie: String(page.headers['set-cookie']?.[0]?.split(';')[0]),
        expect: '100-continue',
      },
    });
    inHand.flushHeaders();
    // Now the program has the request, and waits for the form.
    await once(inHand, 'continue');

    child.kill('SIGTERM');
    await refused(url);
    inHand.end(body);
    const answer = await answerOf(inHand);

    expect([answer.status, load(answer.body)('form .flash-danger').text().trim()]).toEqual([422, 'Invalid username or password']);
    expect(await exit).toEqual({ code: 0, signal: null });
    idle.destroy();
  });

  it('lets pages go that listen, at once', async () => {
    const { process: child, url, exit } = await start();
    const browser = new BrowserSession(url);
    const account = { username: 'susan', email: 'susan@example.com', password: PASSWORD, password2: PASSWORD };
    await browser.submit('/auth/register', '/auth/register', account);
    await browser.submit('/auth/login', '/auth/login', { username: 'susan', password: PASSWORD });
    const cookie = `session=${browser.cookie('session')}`;
    const stream = await fetch(`${url}/notifications/stream`, { headers: { cookie } });
    expect(stream.status).toBe(200);

    child.kill('SIGTERM');

    // It would be cut after 15 s, and this would throw.
    expect(await stream.text()).toContain('retry:');
    expect(await exit).toEqual({ code: 0, signal: null });
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('or nothing to do: %s ends the program at once', async (signal) => {
    const { process: child, exit } = await start();

    child.kill(signal);

    expect(await exit).toEqual({ code: 0, signal: null });
  });

  it('reaches every process of a site that has several', async () => {
    const { process: child, url, exit } = await start({ WEB_CONCURRENCY: '2' });

    child.kill('SIGTERM');

    expect(await exit).toEqual({ code: 0, signal: null });
    await refused(url);
  });

  it('raises no process again that died a moment before', async () => {
    const { process: child, pid, exit } = await start({ WEB_CONCURRENCY: '2' });
    process.kill(pid, 'SIGKILL');
    await gone(pid);

    child.kill('SIGTERM');

    expect(await exit).toEqual({ code: 0, signal: null });
  });
});

describe('a site of several processes', () => {
  it('counts together what they all see', async () => {
    const { url } = await start({ WEB_CONCURRENCY: '2' });
    const guess = async (_: unknown, i: number): Promise<number> => {
      const authorization = `Basic ${Buffer.from(`nobody${i}:wrong`).toString('base64')}`;
      // Connections go to one process after the other.
      const headers = { authorization, connection: 'close' };
      return (await answerOf(request(`${url}/api/tokens`, { method: 'POST', headers, agent: false }).end())).status;
    };

    const answers = await Promise.all(Array.from({ length: 44 }, guess));

    expect(answers.filter((status) => status === 401)).toHaveLength(40);
    expect(answers.filter((status) => status === 429)).toHaveLength(4);
  });

  it('ends when none of them can start, and says so to whoever started it', async () => {
    const { port } = await start({ WEB_CONCURRENCY: '1', BASE_URL: 'https://blog.example' });
    const first = program;

    await expect(start({ WEB_CONCURRENCY: '2', PORT: port ?? '' })).rejects.toThrow('ended before it listened');

    expect(await program?.exit).toEqual({ code: 1, signal: null });
    first?.process.kill('SIGTERM');
    await first?.exit;
  });
});
