import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';
import { projectRoot } from '../../../src/common/project-root';
import { type Ended, Operator } from './operator';

const CLI = join(projectRoot(), 'dist/src/cli.js');

/** The compiled program in a process of its own: what only that can show. */
describe('microblog', () => {
  let operator: Operator;

  beforeAll(async () => {
    await promisify(execFile)(join(projectRoot(), 'bin/build'));
    operator = await Operator.withTables();
  }, 120_000);
  afterAll(() => operator.leave());

  async function run(args: readonly string[], { input = '', variables = {} } = {}): Promise<Ended> {
    const child = spawn(process.execPath, [CLI, ...args], { env: { ...process.env, ...operator.variables, ...variables } });
    child.stdin.end(input);
    const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    return { code: code as number, out, err };
  }

  /** Runs a command on a terminal, and types each answer when its question has come. */
  async function converse(args: readonly string[], answers: readonly (readonly [question: string, answer: string])[]) {
    const command = [process.execPath, CLI, ...args].join(' ');
    const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
      // A terminal that can move its cursor, wherever the tests run.
      env: { ...process.env, TERM: 'xterm', ...operator.variables },
    });
    let screen = '';
    const rest = [...answers];
    child.stdout.on('data', (chunk: Buffer) => {
      screen += chunk.toString();
      const next = rest[0];
      if (next && screen.endsWith(next[0])) child.stdin.write(rest.shift()?.[1]);
    });
    const [code] = (await once(child, 'close')) as [number];
    return { code, screen: screen.replaceAll('\r', '') };
  }

  it('gives its exit code to the caller', async () => {
    const codes = await Promise.all(
      [['--help'], ['user', 'role', 'nobody', 'admin'], ['nope']].map(async (args) => (await run(args)).code),
    );

    expect(codes).toEqual([0, 1, 2]);
  });

  it('shows help although the configuration has faults', async () => {
    expect(await run(['user', '--help'], { variables: { PORT: 'abc' } })).toMatchObject({ code: 0, err: '' });
  });

  it('tells the faults of the configuration and no stack', async () => {
    const { code, out, err } = await run(['user', 'list'], { variables: { PORT: 'abc', LOG_FORMAT: 'xml' } });

    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toBe(
      'error: The configuration has faults:\n  PORT: must be a whole number from 0 to 65535\n  LOG_FORMAT: must be one of pretty, json\n',
    );
  });

  it('tells that there is no database in one line, the stack only to those who debug', async () => {
    const nowhere = { DATABASE_URL: 'sqlite:/dev/null/microblog.sqlite' };

    // In development the catalogues are watched, which must not keep a command alive.
    const [short, long] = await Promise.all([
      run(['db', 'status'], { variables: { ...nowhere, NODE_ENV: 'development', LOG_LEVEL: 'info' } }),
      run(['db', 'status'], { variables: { ...nowhere, LOG_LEVEL: 'debug' } }),
    ]);

    expect(short).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^error: Cannot open the database .*\n$/) });
    expect(long).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^ +at /m) });
  });

  it('examines a site whose configuration has faults, and leaves nothing behind in a folder that it does not know', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'microblog-doctor-'));
    const variables = { NODE_ENV: 'development', DATA_DIR: join(folder, 'data'), SECRET_KEY: '' };

    const [sound, unsound] = await Promise.all(
      [variables, { ...variables, PORT: 'abc', LOG_FILE: join(folder, 'log'), LOG_LEVEL: 'debug' }].map((more) =>
        run(['doctor'], { variables: more }),
      ),
    );

    expect(sound).toMatchObject({ code: 0, err: '' });
    expect(unsound).toMatchObject({ code: 1, out: expect.stringMatching(/^failed +configuration +PORT must/m) });
    expect(unsound?.err).toBe('error: The site has 1 fault.\n');
    expect(await readdir(folder)).toEqual([]);
    await rm(folder, { recursive: true });
  });

  it('makes an account from a pipe, and prints JSON beside which the log does not stand', async () => {
    const args = ['user', 'create', 'susan', 'susan@example.com', '--json'];

    const { code, out, err } = await run(args, { input: 'correct horse\n', variables: { LOG_LEVEL: 'debug' } });

    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ username: 'susan' });
    expect(err).toContain('DEBUG');
  });

  it('says nothing but the result', async () => {
    expect(await run(['counters', 'rebuild'], { variables: { LOG_LEVEL: 'info' } })).toMatchObject({ code: 0, err: '' });
  });

  it('answers a shell that is piped in', async () => {
    const [answered, failed] = await Promise.all(
      ['await User.count() >= 0\n', 'nope\n'].map((input) => run(['shell'], { input })),
    );

    expect(answered).toEqual({ code: 0, out: 'true\n', err: '' });
    expect(failed).toEqual({ code: 1, out: '', err: 'error: nope is not defined\n' });
  });

  it.each([
    ['correct horse', { code: 0, screen: 'Password: \nOnce more: \nCreated john (user).\n' }],
    ['correct hose', { code: 1, screen: 'Password: \nOnce more: \nerror: The two passwords differ.\n' }],
  ])('asks for a password on a terminal, twice and without showing it: %s', async (again, ended) => {
    const answers = [
      ['Password: ', 'correct horse\r'],
      ['Once more: ', `${again}\r`],
    ] as const;

    expect(await converse(['user', 'create', 'john', 'john@example.com'], answers)).toEqual(ended);
  });

  it('can be interrupted at a question', async () => {
    const { code } = await converse(['user', 'create', 'david', 'david@example.com'], [['Password: ', '\u0003']]);

    expect(code).toBe(130);
  });

  it('talks on a terminal', async () => {
    const { code, screen } = await converse(
      ['shell'],
      [
        ['microblog> \u001b[12G', 'User.countBy({ username: "nobody" })\r'],
        ['microblog> \u001b[12G', '.exit\r'],
      ],
    );

    expect(code).toBe(0);
    // In colour or not: that is up to the terminal.
    expect(stripVTControlCharacters(screen)).toContain('\n0\n');
  });
});
