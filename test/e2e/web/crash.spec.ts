import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { DataSource } from 'typeorm';
import { projectRoot } from '../../../src/common/project-root';
import { readConfig } from '../../../src/config/config';
import { createContext } from '../../../src/create-context';
import { ExportsService } from '../../../src/export/exports.service';
import { SearchService } from '../../../src/search/search.service';
import { UsersRepository } from '../../../src/users/users.repository';
import { BrowserSession } from '../../support/browser-session';
import { SmtpReceiver } from '../../support/smtp-receiver';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { until } from '../../support/until';
import { unzip } from '../../support/zip';

// Each starts the program several times.
jest.setTimeout(90_000);

const REQUEST = '/auth/reset_password_request';

let database: TestDatabase;
let dataDir: string;
let smtp: SmtpReceiver;
let child: ChildProcess | undefined;
let variables: Record<string, string>;

beforeAll(async () => {
  await promisify(execFile)(join(projectRoot(), 'bin/build'));
  dataDir = await mkdtemp(join(tmpdir(), 'microblog-data-'));
  database = await createTestDatabase();
  smtp = await SmtpReceiver.start();
  const secret = randomBytes(48).toString('base64url');
  variables = {
    DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    SECRET_KEY: secret,
    SMTP_URL: smtp.url,
    PORT: '0',
    LOG_FORMAT: 'json',
  };
}, 120_000);
afterEach(() => child?.kill('SIGKILL'));
afterAll(async () => {
  await smtp.stop();
  await database.drop();
  await rm(dataDir, { recursive: true });
});

/** The program as it runs in earnest. */
async function start(): Promise<string> {
  child = spawn(process.execPath, [join(projectRoot(), 'dist/src/main.js')], {
    env: { PATH: process.env.PATH, ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface(child.stdout!)) {
    const url = /^Microblog startup: (\S+)$/.exec((JSON.parse(line) as { msg: string }).msg)?.[1];
    if (url === undefined) continue;
    child.stdout!.resume();
    return url;
  }
  throw new Error('The program ended before it listened');
}

async function kill(): Promise<void> {
  child!.kill('SIGKILL');
  await once(child!, 'exit');
}

describe('a program that is killed', () => {
  it('while it sends a mail loses nothing: the next one sends that very mail again', async () => {
    const browser = new BrowserSession(await start());
    const tools = await createContext(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', ...variables }));
    const john = { username: 'john', email: 'john@example.com', passwordHash: null, createdAt: new Date() };
    await tools.get(UsersRepository).insert(john);
    smtp.manner = 'holds';

    await browser.submit(REQUEST, REQUEST, { email: john.email });
    await smtp.count(1);
    await kill();
    smtp.manner = 'takes';
    // Else the lease of the dead would have to run out first.
    await tools.get(DataSource).query(`UPDATE job SET lease_until = '2026-01-01 00:00:00' WHERE state = 'running'`);
    await start();
    await smtp.count(2);

    const ids = smtp.received.map(({ mail }) => mail.messageId);
    expect(new Set(ids).size).toBe(1);
    const [{ n }] = await tools
      .get(DataSource)
      .query<[{ n: number }]>(`SELECT COUNT(*) AS n FROM job WHERE kind = 'auth.resetMail'`);
    expect(Number(n)).toBe(1);
    await tools.close();
    await kill();
  });

  it('while it makes an archive loses nothing: the next one makes it anew, and tells once', async () => {
    const tools = await createContext(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', ...variables }));
    const susan = { username: 'susan', email: 'susan@example.com', passwordHash: null, createdAt: new Date() };
    const { id: userId } = await tools.get(UsersRepository).insert(susan);
    // So much that packing it takes a second: it must not be over before the process is killed.
    const body = randomBytes(2_000).toString('hex');
    const posts = Array.from({ length: 1_000 }, () => `(${userId}, '${body}', '2026-01-01 00:00:00')`);
    for (let n = 0; n < 8; n++) {
      await tools.get(DataSource).query(`INSERT INTO post (author_id, body, created_at) VALUES ${posts.join(', ')}`);
    }
    const folder = join(dataDir, 'exports');
    const files = async (): Promise<string[]> => (existsSync(folder) ? readdir(folder) : []);
    const mailsBefore = smtp.received.length;

    await start();
    const exportId = await tools.get(ExportsService).begin(userId, 'en');
    await until(async () => (await files()).some((name) => name.endsWith('.part')));
    await kill();
    expect(await files()).toEqual([expect.stringMatching(/\.part$/)]);
    await tools.get(DataSource).query(`UPDATE job SET lease_until = '2026-01-01 00:00:00' WHERE state = 'running'`);
    await start();
    await smtp.count(mailsBefore + 1);
    await kill();

    expect(await files()).toEqual([`${exportId}.zip`]);
    const archive = await unzip(await readFile(join(folder, `${exportId}.zip`)));
    expect((JSON.parse(archive['posts.json']!) as { posts: object[] }).posts).toHaveLength(8_000);
    expect(smtp.received).toHaveLength(mailsBefore + 1);
    await tools.close();
  });

  it('while it builds the index for searching goes on where it was', async () => {
    const tools = await createContext(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', ...variables }));
    const [{ id: authorId }] = await tools.get(DataSource).query<[{ id: number }]>('SELECT MIN(id) AS id FROM `user`');
    const posts = Array.from({ length: 1_000 }, (_, n) => `(${authorId}, 'some words and number${n}', '2026-01-01 00:00:00')`);
    for (let n = 0; n < 20; n++) {
      await tools.get(DataSource).query(`INSERT INTO post (author_id, body, created_at) VALUES ${posts.join(', ')}`);
    }
    const reindex = (): ChildProcess =>
      spawn(process.execPath, [join(projectRoot(), 'dist/src/cli.js'), 'search', 'reindex', '--json'], {
        env: { PATH: process.env.PATH, ...variables },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
    const builtTo = async (): Promise<number> => {
      const [row] = await tools.get(DataSource).query<{ at: number }[]>('SELECT built_to AS at FROM search_state');
      return Number(row?.at ?? 0);
    };

    child = reindex();
    await until(async () => (await builtTo()) > 0);
    await kill();
    child = reindex();
    const { posts: read } = JSON.parse(await text(child.stdout!)) as { posts: number };

    expect(read).toBeGreaterThan(0);
    const [{ n: all }] = await tools.get(DataSource).query<[{ n: number }]>('SELECT COUNT(*) AS n FROM post');
    expect(read).toBeLessThan(Number(all));
    const results = await tools.get(SearchService).search('number7', { id: 0 }, { order: 'newest', limit: 100 });
    expect(results!.posts).toHaveLength(20);
    await tools.close();
  });
});
