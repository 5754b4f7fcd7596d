import { chmod, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import type { Finding, Subject } from '../../../src/commands/doctor/finding';
import { SmtpReceiver, silentServer } from '../../support/smtp-receiver';
import { Operator } from './operator';

const onMysql = process.env.TEST_DATABASE === 'mysql';

let operator: Operator;
beforeAll(async () => {
  operator = await Operator.withTables();
});
afterAll(() => operator.leave());

/** What the doctor says of a site with these variables, and how the command ends. */
async function examine(changes: Record<string, string> = {}, patient = operator) {
  const { code, out, err } = await patient.types(['doctor', '--json'], '', changes);
  const findings = JSON.parse(out) as Finding[];
  return { code, err, findings, of: (subject: Subject) => findings.filter((finding) => finding.subject === subject) };
}

const asks = async (sql: string): Promise<void> => {
  const program = await operator.program();
  await program.get(DataSource).query(sql);
  await program.close();
};

it('finds nothing to do at a site that is well', async () => {
  const { code, err, findings } = await examine();

  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(findings.map(({ subject, state }) => [subject, state])).toEqual([
    ['configuration', 'ok'],
    ['database', 'ok'],
    ['migrations', 'ok'],
    ['jobs', 'ok'],
    ['redis', 'skipped'],
    ['mail', 'ok'],
    ['disk', 'ok'],
    ['clock', onMysql ? 'ok' : 'skipped'],
    ['permissions', 'ok'],
  ]);
});

it('says a line of each thing to people, and below it what to do', async () => {
  const { code, out, err } = await operator.types(['doctor'], '', { SMTP_URL: 'smtp://127.0.0.1:1' });

  expect(out).toMatch(/^check +state +found\n/);
  expect(out).toMatch(/\nmigrations +ok +all \d+ applied\n/);
  expect(out).toMatch(/\nmail +failed +127\.0\.0\.1:1: .*ECONNREFUSED.*\n {4}→ See that SMTP_URL/);
  expect({ code, err }).toEqual({ code: 1, err: 'error: 1 of 9 checks failed\n' });
});

it('tells the faults of a configuration before anything else', async () => {
  const { code, findings } = await examine({ PORT: 'x', POSTS_PER_PAGE: '0' });

  expect(code).toBe(1);
  expect(findings.slice(0, 2)).toMatchObject([
    { subject: 'configuration', state: 'failed', found: expect.stringContaining('PORT') as string },
    { subject: 'configuration', state: 'failed', found: expect.stringContaining('POSTS_PER_PAGE') as string },
  ]);
  expect(findings.slice(2).every(({ state }) => state === 'skipped')).toBe(true);
  expect(findings).toHaveLength(10);
});

it('changes nothing where nobody has started yet', async () => {
  const fresh = await Operator.withoutTables();
  const dataDir = fresh.variables['DATA_DIR'] ?? '';

  const { of } = await examine({}, fresh);

  expect(of('migrations')).toMatchObject([{ state: onMysql ? 'failed' : 'skipped' }]);
  expect(await readdir(dataDir)).toEqual([]);
  expect((await fresh.types(['db', 'status'])).out).not.toMatch(/\d{2}:\d{2}:\d{2}/);
  await fresh.leave();
});

it('tells migrations that wait, and those of a newer version', async () => {
  await operator.types(['db', 'downgrade']);
  expect((await examine()).of('migrations')).toMatchObject([
    { state: 'failed', advice: expect.stringContaining('db upgrade') as string },
  ]);
  await operator.types(['db', 'upgrade']);

  await asks("INSERT INTO migration (timestamp, name) VALUES (1999999999999, 'AddWingsToUsers1999999999999')");
  expect((await examine()).of('migrations')).toMatchObject([
    { state: 'failed', found: expect.stringContaining('AddWingsToUsers1999999999999') as string },
  ]);
  await asks('DELETE FROM migration WHERE timestamp = 1999999999999');
});

it('tells work that nobody does, and work that was given up', async () => {
  const job = (state: string, runAt: string) =>
    asks(
      `INSERT INTO job (kind, data, created_at, run_at, state, attempts, last_error) VALUES ('x', '{}', '${runAt}', '${runAt}', '${state}', 1, 'no')`,
    );

  await job('dead', '2026-01-01 00:00:00.000000');
  expect((await examine()).of('jobs')).toMatchObject([{ state: 'warning', found: '1 given up' }]);
  await job('waiting', '2026-01-01 00:00:00.000000');
  expect((await examine()).of('jobs')).toMatchObject([
    { state: 'failed', found: 'work has been waiting since 2026-01-01T00:00:00.000Z' },
  ]);
  await asks('DELETE FROM job');
});

describe('mail', () => {
  let server: SmtpReceiver;
  beforeEach(async () => {
    server = await SmtpReceiver.start();
  });
  afterEach(() => server.stop());
  const withPassword = () => ({ SMTP_URL: server.url.replace('//', '//site:hunter2@') });

  it('is well where the server lets us in, and sends nothing', async () => {
    expect((await examine(withPassword())).of('mail')).toEqual([
      { subject: 'mail', state: 'ok', found: `127.0.0.1:${server.port} lets us in` },
    ]);
    expect(server.received).toEqual([]);
  });

  it('is not where the password is wrong, which nobody reads here', async () => {
    server.refusesLogins = true;

    const { of, findings } = await examine(withPassword());

    expect(of('mail')).toMatchObject([{ state: 'failed', found: expect.stringContaining('Authentication failed') as string }]);
    expect(JSON.stringify(findings)).not.toContain('hunter2');
  });
});

it('waits for nobody for long', async () => {
  const silent = await silentServer();
  const { host } = new URL(silent.url);

  const { code, of } = await examine({
    SMTP_URL: silent.url,
    REDIS_URL: `redis://${host}`,
    DATABASE_URL: `mysql://root:hunter2@${host}/microblog`,
  });

  expect(code).toBe(1);
  for (const subject of ['database', 'redis', 'mail'] as const) expect(of(subject)).toMatchObject([{ state: 'failed' }]);
  expect(of('database')[0]?.found).toContain('no answer in time');
  expect(of('jobs')).toMatchObject([{ state: 'skipped' }]);
  await silent.stop();
}, 20_000);

it('tells what others on the machine may open', async () => {
  const dataDir = operator.variables['DATA_DIR'] ?? '';
  await operator.types(['mail', 'test', 'susan@example.com']);
  const [mail = ''] = await readdir(join(dataDir, 'mail'));
  await chmod(join(dataDir, 'mail', mail), 0o644);

  expect((await examine()).of('permissions')).toEqual([
    {
      subject: 'permissions',
      state: 'failed',
      found: `others on this machine may open ${join(dataDir, 'mail', mail)}`,
      advice: `chmod -R go-rwx ${dataDir}`,
    },
  ]);
});
