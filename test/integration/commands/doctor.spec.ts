import { execFile } from 'node:child_process';
import { type FileHandle, chmod, mkdir, mkdtemp, open, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { DataSource } from 'typeorm';
import { Clock } from '../../../src/common/clock';
import { CHECKS, type Check, type Finding, type State } from '../../../src/commands/doctor/finding';
import { examine } from '../../../src/commands/doctor/examination';
import { inspectConfig } from '../../../src/config/config';
import { migrations } from '../../../src/database/migrations';
import { Jobs } from '../../../src/jobs/jobs.service';
import { TIDY_JOBS } from '../../../src/jobs/tidy.processor';
import { silentServer, SmtpReceiver } from '../../support/smtp-receiver';
import { Operator, runHere } from './operator';

type Variables = Readonly<Record<string, string>>;

const onMysql = process.env.TEST_DATABASE === 'mysql';
const HOUR_MS = 3_600_000;

let operator: Operator;

beforeAll(async () => {
  operator = await Operator.withTables();
});
afterAll(() => operator.leave());

/** For tests that leave something behind. */
function eachWithASiteOfItsOwn(): void {
  let shared: Operator;
  beforeEach(async () => {
    shared = operator;
    operator = await Operator.withTables();
  });
  afterEach(async () => {
    await operator.leave();
    operator = shared;
  });
}

const unopened = () => Promise.reject(new Error('The program was opened'));

/** Calls the doctor, beside whom no program is opened. */
const call = (variables: Variables = {}, args: readonly string[] = []) =>
  runHere(['doctor', ...args], unopened, '', { ...operator.variables, ...variables });

/** What it found about one thing. */
async function about(check: Check, variables: Variables = {}): Promise<Finding[]> {
  const findings = JSON.parse((await call(variables, ['--json'])).out) as Finding[];
  return findings.filter((finding) => finding.check === check);
}

const finding = (state: State, found: string | RegExp, advice?: string | RegExp): unknown =>
  expect.objectContaining({
    state,
    found: expect.stringMatching(found),
    advice: advice === undefined ? null : expect.stringMatching(advice),
  });

async function sql(...statements: string[]): Promise<void> {
  const program = await operator.program();
  for (const statement of statements) await program.get(DataSource).query(statement);
  await program.close();
}

/** Where nobody listens any more. */
async function refusingUrl(scheme: string): Promise<string> {
  const { url, stop } = await silentServer();
  await stop();
  return url.replace('smtp:', scheme);
}

describe('microblog doctor', () => {
  it('finds nothing wrong with a site that is in order, a line each, and ends with 0', async () => {
    const { code, out, err } = await call();

    expect({ code, err }).toEqual({ code: 0, err: '' });
    const lines = out.trimEnd().split('\n').slice(1);
    expect(lines.map((line) => line.split(/ +/)[1])).toEqual(CHECKS);
    expect(lines.map((line) => line.split(/ +/)[0]).sort()).toEqual(
      [...Array<string>(onMysql ? 8 : 7).fill('ok'), ...Array<string>(onMysql ? 2 : 3).fill('skipped')].sort(),
    );
  });

  it('tells programs the same, by names that stay', async () => {
    const { out } = await call({}, ['--json']);

    const findings = JSON.parse(out) as Finding[];
    expect(findings.map(({ check }) => check)).toEqual(CHECKS);
    expect(findings.every(({ advice }) => advice === null)).toBe(true);
  });

  it('changes nothing', async () => {
    const place = await mkdtemp(join(tmpdir(), 'microblog-doctor-'));
    const fresh = { NODE_ENV: 'development', SECRET_KEY: '', DATA_DIR: join(place, 'data') };

    const before = await filesOf(operator);
    const { code } = await call(fresh);

    expect(code).toBe(0);
    expect(await readdir(place)).toEqual([]);
    expect(await filesOf(operator)).toEqual(before);
    await rm(place, { recursive: true });
  });
});

describe('a site that is not quite in order', () => {
  eachWithASiteOfItsOwn();

  it('ends with 0 when there are warnings only, and with 1 and a line when something failed', async () => {
    await chmod(operator.variables.DATA_DIR!, 0o755);

    const warned = await call();
    const failed = await call({ PORT: 'x' });

    expect(warned).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^warning +permissions/m) });
    expect(failed).toMatchObject({ code: 1, err: 'error: The site has 1 fault.\n' });
  });
});

describe('a broken configuration', () => {
  it('is told with all its faults, and what does not depend on them is looked at all the same', async () => {
    const wrong = { PORT: 'x', LANGUAGES: 'xx', DATABASE_URL: 'postgres://geheim@x/y', REDIS_URL: 'geheim', SMTP_URL: 'geheim' };

    const { code, out } = await call(wrong);

    expect(code).toBe(1);
    for (const name of Object.keys(wrong)) expect(out).toMatch(new RegExp(`^failed +configuration +${name} must `, 'm'));
    for (const [check, name] of [
      ['database', 'DATABASE_URL'],
      ['redis', 'REDIS_URL'],
      ['mail', 'SMTP_URL'],
    ]) {
      expect(out).toMatch(new RegExp(`^skipped +${check} +cannot be looked at until ${name} is right$`, 'm'));
    }
    expect(out).toMatch(/^skipped +migrations/m);
    expect(out).toMatch(/^ok +disk/m);
    expect(out).toMatch(/^ok +permissions/m);
    expect(out).not.toContain('geheim');
  });
});

describe('the database', () => {
  it('is told, with its version and its place', async () => {
    const name = new URL(operator.variables.DATABASE_URL!).pathname.slice(1);

    expect(await about('database')).toEqual([
      onMysql
        ? finding('ok', `^(MariaDB|MySQL) \\d.*, ${name} at `)
        : finding('ok', /^SQLite 3\..*test\.sqlite, .*, WAL, no damage$/),
    ]);
  });

  describe('beside the program', () => {
    eachWithASiteOfItsOwn();

    it('may be behind', async () => {
      await operator.types(['db', 'downgrade', '2']);

      const waits = `^2 migrations of ${migrations.length} not applied yet$`;
      expect(await about('migrations')).toEqual([finding('failed', waits, 'microblog db upgrade')]);
      expect(await about('jobs')).toEqual([finding('skipped', 'not up to date')]);
    });

    it('may be ahead', async () => {
      await sql(`INSERT INTO migration (timestamp, name) VALUES (1895305600000, 'AddRainbows1895305600000')`);

      expect(await about('migrations')).toEqual([
        finding('failed', 'newer .* AddRainbows1895305600000', 'microblog db downgrade'),
      ]);
    });
  });
});

const aboutSqlite = (): void => {
  eachWithASiteOfItsOwn();
  const file = () => operator.variables.DATABASE_URL!.replace('sqlite:', '');

  it.each([
    ['cut short', /malformed$/, async (handle: FileHandle, size: number) => handle.truncate(size - 8192)],
    [
      'overwritten',
      / is damaged: /,
      async (handle: FileHandle, size: number) => void (await handle.write('?'.repeat(4096), size - 4096)),
    ],
  ])('may be damaged: %s', async (_, found, damage) => {
    const handle = await open(file(), 'r+');
    await damage(handle, (await handle.stat()).size);
    await handle.close();

    expect(await about('database')).toEqual([finding('failed', found, 'latest copy')]);
  });

  it('may be no database at all', async () => {
    await rm(file());
    await writeFile(file(), 'Dear diary, '.repeat(1000), { mode: 0o600 });

    expect(await about('database')).toEqual([finding('failed', 'not a database', 'DATABASE_URL')]);
    expect(await about('migrations')).toEqual([finding('skipped', 'cannot be asked')]);
  });

  it('may not be there, and is not made', async () => {
    await rm(file());

    expect(await about('database')).toEqual([finding('warning', 'there is no file', 'microblog db upgrade')]);
    await expect(stat(file())).rejects.toThrow('ENOENT');
  });

  it('is empty in memory', async () => {
    expect(await about('database', { DATABASE_URL: 'sqlite::memory:' })).toEqual([finding('warning', 'memory', 'DATABASE_URL')]);
  });

  it('may be kept by somebody who lets nobody read', async () => {
    const other = new Database(file());
    other.pragma('locking_mode = EXCLUSIVE');
    other.exec('BEGIN EXCLUSIVE');
    try {
      const { out } = await call();
      expect(out).toMatch(
        /^failed +database .*test\.sqlite: (No answer within|no answer in time|database is locked).* keeps it locked\.$/m,
      );
      expect(out).toMatch(/^skipped +migrations/m);
      expect(out).toMatch(/^skipped +jobs/m);
    } finally {
      other.close();
    }
  });

  it('is written without WAL until the site starts', async () => {
    const other = new Database(file());
    other.pragma('journal_mode = DELETE');
    other.close();

    expect(await about('database')).toEqual([finding('warning', 'mode delete', 'next start')]);
    expect(new Database(file()).pragma('journal_mode', { simple: true })).toBe('delete');
  });

  it('may lie elsewhere, and be too open there', async () => {
    await chmod(file(), 0o644);

    expect(await about('permissions')).toEqual([finding('warning', 'test.sqlite \\(0644\\)', 'sqlite\\*$')]);
  });
};

const aboutMysql = (): void => {
  it('may refuse us, and no password is told', async () => {
    const url = new URL(operator.variables.DATABASE_URL!);
    url.username = 'nobody';
    url.password = 'geheim';

    const { code, out } = await call({ DATABASE_URL: url.href });

    expect(code).toBe(1);
    expect(out).toMatch(/^failed +database +127\.0\.0\.1:3306: Access denied for user 'nobody'/m);
    expect(out).not.toContain('geheim');
  });

  it('that has no tables gets none', async () => {
    const bare = await Operator.withoutTables();

    expect(await about('migrations', bare.variables)).toEqual([finding('failed', 'not applied yet', 'microblog db upgrade')]);
    const program = await bare.program();
    expect(await program.get(DataSource).query('SHOW TABLES')).toEqual([]);
    await program.close();
    await bare.leave();
  });

  it('may know no such database', async () => {
    const url = Object.assign(new URL(operator.variables.DATABASE_URL!), { pathname: '/microblog_nowhere' });

    expect(await about('database', { DATABASE_URL: url.href })).toEqual([
      finding('failed', 'microblog_nowhere', 'CREATE DATABASE'),
    ]);
  });

  it('may have a table that was made in another way, until what is advised is done', async () => {
    await sql('ALTER TABLE search_term CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci');

    const [odd] = await about('database');
    expect(odd).toEqual(finding('warning', 'search_term', '^Run: ALTER TABLE'));
    await sql(odd!.advice!.replace('Run: ', ''));
    expect(await about('database')).toEqual([finding('ok', 'M')]);
  });

  it('has a clock, by which a machine is seen to be ahead', async () => {
    class Ahead extends Clock {
      override now = () => new Date(Date.now() + HOUR_MS);
    }

    const findings = await examine(inspectConfig(operator.variables), new Ahead());

    expect(findings.filter(({ check }) => check === 'clock')).toEqual([
      finding('failed', /^this machine is 3600\.\d s ahead of the database$/, 'NTP'),
    ]);
    expect(await about('clock')).toEqual([finding('ok', /^as the database \(0\.\d s apart\)$/)]);
  });
};

if (onMysql) describe('a server of MySQL', aboutMysql);
else describe('a file of SQLite', aboutSqlite);

describe('jobs', () => {
  eachWithASiteOfItsOwn();
  it('that wait for long, or were given up, are told', async () => {
    const program = await operator.program();
    await program.get(Jobs).add(TIDY_JOBS, {}, { runAt: new Date(Date.now() - HOUR_MS) });
    const dead = await program.get(Jobs).add(TIDY_JOBS, {});
    await program.get(DataSource).query(`UPDATE job SET state = 'dead' WHERE id = ${dead}`);
    await program.close();

    expect(await about('jobs')).toEqual([
      finding('warning', 'the longest due waits since 20', 'npm start'),
      finding('warning', '^1 job given up$', 'microblog jobs retry'),
    ]);
  });
});

describe('mail', () => {
  let receiver: SmtpReceiver;
  beforeEach(async () => {
    receiver = await SmtpReceiver.start();
  });
  afterEach(() => receiver.stop());

  const from = { MAIL_FROM: 'blog@example.com' };
  const withLogin = () => receiver.url.replace('//', '//site:geheim%21@');

  it('would be taken by the mail server, which gets none', async () => {
    expect(await about('mail', { ...from, SMTP_URL: withLogin() })).toEqual([
      finding('ok', `^127.0.0.1:${receiver.port} would take mails from blog@example.com$`),
    ]);
    expect(receiver.received).toEqual([]);
  });

  it('is refused when the mail server does not know us', async () => {
    receiver.knowsUs = false;

    const { out } = await call({ ...from, SMTP_URL: withLogin() });

    expect(out).toMatch(
      /^failed +mail +127\.0\.0\.1:\d+: Invalid login: .*Who are you\?.* Correct user and password in SMTP_URL/m,
    );
    expect(out).not.toContain('geheim');
  });

  it.each([
    ['refuses', () => refusingUrl('smtp:'), 'ECONNREFUSED'],
    ['does not exist', async () => 'smtp://mail.invalid:25', '^mail\\.invalid:25: '],
    ['speaks no TLS', async () => receiver.url.replace('smtp:', 'smtps:'), /SSL|TLS/],
  ])('does not leave when the mail server %s', async (_, url, found) => {
    expect(await about('mail', { ...from, SMTP_URL: await url() })).toEqual([finding('failed', found, 'SMTP_URL|smtps:')]);
  });

  it('has a sender and somebody who is told of faults, on a public site', async () => {
    const site = { NODE_ENV: 'production', BASE_URL: 'http://127.0.0.1:3000', SMTP_URL: receiver.url };

    expect(await about('mail', site)).toEqual([
      finding('warning', '^mails come from 127.0.0.1', 'MAIL_FROM'),
      finding('warning', '^no ADMINS', 'ADMINS'),
    ]);
    expect(await about('mail', { ...site, ...from, ADMINS: 'me@example.com' })).toEqual([finding('ok', 'would take')]);
    expect(await about('mail', { ...site, ADMINS: 'me@example.com', SMTP_URL: '' })).toEqual([
      finding('warning', 'reach nobody', 'SMTP_URL'),
    ]);
  });
});

describe('the data folder', () => {
  eachWithASiteOfItsOwn();

  it('is mended by what is advised', async () => {
    const folder = operator.variables.DATA_DIR!;
    await mkdir(join(folder, 'mail'), { mode: 0o700 });
    await writeFile(join(folder, 'mail', 'a.eml'), 'Dear Susan', { mode: 0o644 });
    await chmod(join(folder, 'mail'), 0o755);

    const [outcome] = await about('permissions');

    expect(outcome).toEqual(finding('warning', 'mail \\(0755\\), .*a\\.eml \\(0644\\)$', `^Run: chmod -R go-rwx ${folder}$`));
    await promisify(execFile)('sh', ['-c', outcome!.advice!.replace('Run: ', '')]);
    expect(await about('permissions')).toEqual([finding('ok', folder)]);
  });

  it('may have links in it, which lead around for ever, away or nowhere: nobody follows them', async () => {
    const folder = operator.variables.DATA_DIR!;
    for (const [name, target] of [
      ['around', '.'],
      ['around too', '.'],
      ['away', '/usr/bin'],
      ['nowhere', 'absent'],
    ] as const) {
      await symlink(target, join(folder, name));
    }

    expect(await about('permissions')).toEqual([finding('ok', folder)]);
  });

  it('may be where none can be made', async () => {
    expect(await about('permissions', { DATA_DIR: '/dev/null/data' })).toEqual([finding('failed', 'cannot be made', 'DATA_DIR')]);
  });
});

describe('services that take connections and say nothing', () => {
  it('keep nobody waiting for long', async () => {
    const { url, stop } = await silentServer();
    const on = (scheme: string): string => url.replace('smtp:', scheme);
    const startedAt = Date.now();

    const { code, out } = await call({ DATABASE_URL: `${on('mysql:')}/x`, REDIS_URL: on('redis:'), SMTP_URL: url });

    expect(Date.now() - startedAt).toBeLessThan(20_000);
    expect(code).toBe(1);
    for (const check of ['database', 'redis', 'mail'])
      expect(out).toMatch(new RegExp(`^failed +${check} +127\\.0\\.0\\.1:\\d+: `, 'm'));
    expect(out).toMatch(/^skipped +jobs/m);
    await stop();
  });

  it('are told when they refuse, too', async () => {
    const { out } = await call({ DATABASE_URL: `${await refusingUrl('mysql:')}/x`, REDIS_URL: await refusingUrl('redis:') });

    for (const check of ['database', 'redis']) expect(out).toMatch(new RegExp(`^failed +${check} .*ECONNREFUSED.*_URL`, 'm'));
  });
});

/** Names and sizes of what the site has written; on MySQL of its tables. */
async function filesOf({ variables }: Operator): Promise<unknown> {
  const own = await readdir(variables.DATA_DIR!, { recursive: true });
  if (onMysql) return own;
  const file = variables.DATABASE_URL!.replace('sqlite:', '');
  const handle = await open(file);
  const { size, mtimeMs } = await handle.stat();
  await handle.close();
  return [own, size, mtimeMs, await readdir(join(file, '..'))];
}
