import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Duplex } from 'node:stream';
import { Program } from '../../../src/commands/program';
import { runCommands } from '../../../src/commands/run-commands';
import { Terminal } from '../../../src/commands/terminal';
import { DataSource } from 'typeorm';
import { inspectConfig, readConfig } from '../../../src/config/config';
import { createContext } from '../../../src/create-context';
import { PostsService } from '../../../src/posts/posts.service';
import { SearchService } from '../../../src/search/search.service';
import { factories } from '../../factories/factories';
import { changeBackup } from '../../support/changed-backup';
import { Operator } from './operator';
import { everything, fillEveryTable } from './whole-site';

const onMysql = process.env.TEST_DATABASE === 'mysql';

let folder: string;
const operators: Operator[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'microblog-restore-'));
});
afterEach(async () => {
  for (const operator of operators.splice(0)) await operator.leave();
});
afterAll(() => rm(folder, { recursive: true }));

let count = 0;
const newPath = (): string => join(folder, `${++count}.zip`);

/** Somebody at the command line of a site; gone after the test. */
async function at(site: Promise<Operator>): Promise<Operator> {
  const operator = await site;
  operators.push(operator);
  return operator;
}

async function within<T>(
  operator: Operator,
  work: (program: Awaited<ReturnType<Operator['program']>>) => Promise<T>,
): Promise<T> {
  const program = await operator.program();
  try {
    return await work(program);
  } finally {
    await program.close();
  }
}

async function backUp(operator: Operator): Promise<string> {
  const path = newPath();
  const { code, err } = await operator.types(['backup', path]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return path;
}

/** A site with susan, who wrote a post. */
async function siteOfSusan(): Promise<Operator> {
  const operator = await at(Operator.withTables());
  await within(operator, async (program) => {
    const { susan } = await factories(program).people('susan');
    await factories(program).posted([susan, 'Morning light on the #river']);
  });
  return operator;
}

const names = (operator: Operator): Promise<string[]> =>
  operator.asks<{ username: string }[]>(['user', 'list']).then((people) => people.map(({ username }) => username));

const dataDir = (operator: Operator): string => operator.variables['DATA_DIR'] ?? '';

// From one kind to the other where both are at hand.
const WAYS = onMysql ? ['mysql to mysql', 'mysql to sqlite', 'sqlite to mysql'] : ['sqlite to sqlite'];

describe('microblog restore', () => {
  it.each(WAYS)('brings every value of every table from %s', async (way) => {
    const [from, to] = way.split(' to ');
    const here = await at(Operator.withTables(from));
    const before = await within(here, async (program) => {
      await fillEveryTable(program);
      return everything(program);
    });
    const there = await at(Operator.withoutTables(to));

    expect(await there.types(['restore', await backUp(here)])).toMatchObject({ code: 0 });

    expect(await within(there, everything)).toEqual(before);
    expect(await there.types(['db', 'check'])).toMatchObject({ code: 0 });
  });

  it('lets people go on: posts are found, and the next gets a number that none ever had', async () => {
    const here = await siteOfSusan();
    const [id = 0, lastId = 0] = await within(here, async (program) => {
      const [susan] = await program.get(DataSource).query<{ id: number }[]>('SELECT id FROM `user`');
      const lastId = await program.get(PostsService).publish(Number(susan?.id), { body: 'gone soon' });
      await program.get(DataSource).query('DELETE FROM post WHERE id = ?', [lastId]);
      return [Number(susan?.id), lastId];
    });
    const there = await at(Operator.withoutTables());

    await there.types(['restore', await backUp(here)]);

    await within(there, async (program) => {
      const found = await program.get(SearchService).search('river', { id }, { order: 'newest', limit: 10 });
      expect(JSON.stringify(found)).toContain('Morning light');
      const [state] = await program.get(DataSource).query<{ edition: number }[]>('SELECT edition FROM search_state');
      expect(state?.edition).toBe(1);
      expect(await program.get(PostsService).publish(id, { body: 'new' })).toBe(lastId + 1);
    });
  });

  it('replaces nobody unless told to', async () => {
    const backup = await backUp(await siteOfSusan());
    const there = await at(Operator.withTables());
    await within(there, (program) => factories(program).people('john', 'mary'));

    expect(await there.types(['restore', backup])).toMatchObject({
      code: 1,
      err: 'error: There are 2 people in this database. Use --force to replace everything.\n',
    });
    expect(await names(there)).toEqual(['john', 'mary']);
    expect(await there.asks(['restore', backup, '--force'])).toMatchObject({ file: backup, rows: { user: 1 } });
    expect(await names(there)).toEqual(['susan']);
  });

  it.each([
    ['no', 1, ['john']],
    ['yes', 0, ['susan']],
  ])('asks on a terminal: %s', async (answer, code, left) => {
    const backup = await backUp(await siteOfSusan());
    const there = await at(Operator.withTables());
    await within(there, (program) => factories(program).people('john'));
    const keyboard = Object.assign(new Duplex({ read: () => undefined, write: (_chunk, _encoding, done) => done() }), {
      isTTY: true,
    });
    keyboard.push(`${answer}\n`);
    const { variables } = there;
    const program = new Program(
      () => createContext(readConfig(variables)),
      async () => inspectConfig(variables),
    );

    const ended = await runCommands(['restore', backup], program, new Terminal(keyboard, keyboard, keyboard));

    expect(ended).toBe(code);
    expect(await names(there)).toEqual(left);
  });

  it('brings a backup of earlier up to date', async () => {
    const here = await at(Operator.withTables());
    const before = await within(here, async (program) => {
      await fillEveryTable(program);
      return everything(program);
    });
    const earlier = newPath();
    // As before there were keys of programs and suspensions.
    const later = /^(CreateIdempotencyKeys|AddSuspendedAtToUsers)\d+$/;
    await changeBackup(await backUp(here), earlier, ({ manifest, content }) => {
      manifest.migrations = manifest.migrations.filter((name) => !later.test(name));
      manifest.tables = manifest.tables.filter(({ name }) => name !== 'idempotency_key');
      delete content['tables/idempotency_key.ndjson'];
      const user = manifest.tables.find(({ name }) => name === 'user')!;
      const place = user.columns.findIndex(({ name }) => name === 'suspended_at');
      user.columns.splice(place, 1);
      const lines = (content['tables/user.ndjson'] ?? '').trim().split('\n');
      content['tables/user.ndjson'] = lines
        .map((line) => `${JSON.stringify((JSON.parse(line) as unknown[]).toSpliced(place, 1))}\n`)
        .join('');
    });
    const there = await at(Operator.withoutTables());

    expect(await there.types(['backup', 'verify', earlier])).toMatchObject({ code: 0 });
    expect(await there.types(['restore', earlier])).toMatchObject({ code: 0 });

    const users = before['user']?.map((row) => ({ ...(row as object), suspended_at: null }));
    expect(await within(there, everything)).toEqual({ ...before, user: users, idempotency_key: [] });
    expect(await there.types(['db', 'check'])).toMatchObject({ code: 0 });
  });

  it('waits for nobody: while somebody has the database open, nothing is touched', async () => {
    const backup = await backUp(await siteOfSusan());
    const there = await at(Operator.withTables());

    const { code, err } = await within(there, async (program) => {
      await factories(program).people('john');
      return there.types(['restore', backup, '--force']);
    });

    expect({ code, err }).toEqual({
      code: 1,
      err: expect.stringMatching(/^error: Somebody else .*stop the site and its workers first\.\n$/),
    });
    expect(await names(there)).toEqual(['john']);
  });

  it('leaves a database that fails half-way as it was, or unused until it is done again', async () => {
    const whole = await backUp(await siteOfSusan());
    const broken = newPath();
    await changeBackup(whole, broken, ({ content }) => {
      content['tables/post.ndjson'] = (content['tables/post.ndjson'] ?? '').replace(/^\[(\d+),\d+/, '[$1,999');
    });
    const there = await at(Operator.withTables());
    await within(there, (program) => factories(program).people('john'));

    expect(await there.types(['restore', broken, '--force'])).toMatchObject({ code: 1 });

    if (onMysql) {
      const unused = { code: 1, err: expect.stringContaining('A restore into this database was cut short') as string };
      expect(await there.types(['user', 'list'])).toMatchObject(unused);
      expect(await there.types(['db', 'upgrade'])).toMatchObject(unused);
      expect(await there.types(['restore', whole])).toMatchObject({ code: 0 });
      expect(await names(there)).toEqual(['susan']);
    } else {
      expect(await names(there)).toEqual(['john']);
    }
    expect(await readdir(dataDir(there))).not.toContainEqual(expect.stringMatching(/part$/));
  });
});

describe('the files of a site', () => {
  const SECRET = 'a'.repeat(10) + 'Zq3vT8zN1xWc5yR7bL0pJ2mH6gF4dS9';

  /** A site whose secret is its own, with an archive of somebody. */
  async function siteWithFiles(): Promise<Operator> {
    const operator = await at(Operator.withTables());
    Object.assign(operator.variables, { SECRET_KEY: '' });
    await mkdir(join(dataDir(operator), 'exports'));
    await writeFile(join(dataDir(operator), 'exports', '1.zip'), 'an archive');
    await writeFile(join(dataDir(operator), 'exports', '2.part'), 'not finished');
    await mkdir(join(dataDir(operator), 'mail'));
    await writeFile(join(dataDir(operator), 'mail', '1.eml'), 'a mail');
    await writeFile(join(dataDir(operator), 'secret'), SECRET);
    return operator;
  }

  it('come back where they were, for nobody else to read; what they replace is kept or gone', async () => {
    const backup = await backUp(await siteWithFiles());
    const there = await at(Operator.withoutTables());
    Object.assign(there.variables, { SECRET_KEY: '' });
    await mkdir(join(dataDir(there), 'exports'));
    await writeFile(join(dataDir(there), 'exports', '7.zip'), 'of somebody who is gone');

    const { code, err } = await there.types(['restore', backup]);

    expect(code).toBe(0);
    const files = await readdir(dataDir(there));
    const former = files.find((name) => name.endsWith('before-restore'));
    expect(err).toContain(`the former one is ${join(dataDir(there), former ?? '?')}`);
    expect(await readFile(join(dataDir(there), 'secret'), 'utf8')).toBe(SECRET);
    expect(await readdir(join(dataDir(there), 'exports'))).toEqual(['1.zip']);
    expect(await readFile(join(dataDir(there), 'exports', '1.zip'), 'utf8')).toBe('an archive');
    expect(files).not.toContain('mail');
    for (const name of ['secret', 'exports/1.zip', former ?? '?']) {
      expect((await stat(join(dataDir(there), name))).mode & 0o777).toBe(0o600);
    }
    expect(await there.types(['restore', backup])).toMatchObject({ code: 0, err: '' });
  });

  it('tell of a SECRET_KEY that is another', async () => {
    const backup = await backUp(await siteWithFiles());
    const there = await at(Operator.withoutTables());

    const { code, err } = await there.types(['restore', backup]);

    expect({ code, err }).toEqual({ code: 0, err: expect.stringMatching(/^SECRET_KEY is not the one .* shows it\.\n$/) });
    expect(await readdir(dataDir(there))).not.toContain('secret');
    Object.assign(there.variables, { SECRET_KEY: SECRET });
    expect(await there.asks(['restore', backup])).toMatchObject({ secretMatches: true });
  });
});
