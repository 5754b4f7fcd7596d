import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load as parse } from 'cheerio';
import { PASSWORD } from './sizes.mjs';

const MAIN = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));

/** The built program as in production, in one process on a free port, and its readers signed in. */
export class Server {
  /** @param {string} databaseUrl */
  static async start(databaseUrl) {
    const dataDir = mkdtempSync(join(tmpdir(), 'microblog-bench-'));
    const started = performance.now();
    // As `bin/start` does.
    const child = spawn(process.execPath, ['--max-semi-space-size=8', MAIN], {
      cwd: dataDir,
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        PORT: '0',
        WEB_CONCURRENCY: '1',
        TIMELINE: process.env.TIMELINE,
        DATA_DIR: dataDir,
        DATABASE_URL: databaseUrl,
        // As on a large site: the proxy in front compresses, in a process of its own.
        TRUST_PROXY: '1',
        SECRET_KEY: randomBytes(48).toString('base64'),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const url = await startupLine(child);
    // Its log goes on, and must be read.
    child.stdout.resume();
    return new Server(child, url, dataDir, Math.round(performance.now() - started));
  }

  constructor(child, url, dataDir, startedInMs) {
    Object.assign(this, { child, url, dataDir, startedInMs, sessions: new Map() });
  }

  get pid() {
    return this.child.pid;
  }

  /** Headers of somebody who is signed in. */
  async as(username) {
    if (!this.sessions.has(username)) this.sessions.set(username, await this.signIn(username));
    return { cookie: this.sessions.get(username) };
  }

  /** Through the real form. @returns {Promise<string>} the cookies */
  async signIn(username) {
    const address = `${this.url}/auth/login`;
    const cookies = new Map();
    const take = (answer) => {
      for (const cookie of answer.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
        cookies.set(name, value);
      }
      return answer;
    };
    const cookie = () => [...cookies].map((pair) => pair.join('=')).join('; ');
    const $ = parse(await take(await fetch(address)).text());
    const fields = new URLSearchParams(
      $('form:has([name=password])')
        .serializeArray()
        .map(({ name, value }) => [name, value]),
    );
    fields.set('username', username);
    fields.set('password', PASSWORD);
    const headers = { cookie: cookie(), origin: this.url };
    const answer = take(await fetch(address, { method: 'POST', headers, body: fields, redirect: 'manual' }));
    if (answer.status !== 303) throw new Error(`Signing in as ${username} answered ${answer.status}`);
    // As a browser does: the first page brings the token of this session, which all further ones are asked with.
    take(await fetch(`${this.url}/explore`, { headers: { cookie: cookie() } }));
    return cookie();
  }

  async get(path, headers) {
    const answer = await fetch(this.url + path, { headers, redirect: 'manual' });
    const body = await answer.text();
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    return body;
  }

  async stop() {
    this.child.kill('SIGTERM');
    await once(this.child, 'exit');
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

async function startupLine(child) {
  let log = '';
  child.stdout.setEncoding('utf8');
  for await (const text of child.stdout.iterator({ destroyOnReturn: false })) {
    log += text;
    const [, url] = /Microblog startup: (http[^"\s]+)/.exec(log) ?? [];
    if (url) return url;
  }
  throw new Error(`The program did not start:\n${log}`);
}
