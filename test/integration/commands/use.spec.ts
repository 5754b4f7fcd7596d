import type { INestApplicationContext } from '@nestjs/common';
import { ConfigError } from '../../../src/config/environment';
import { runHere } from './operator';

const unopened = (): Promise<INestApplicationContext> => Promise.reject(new Error('The program was opened'));

describe('help', () => {
  it.each([[['--help']], [['help', 'user']], [['user', '--help']], [['user', 'create', '--help']], [['doctor', '--help']]])(
    '%j says what there is, without a program behind it',
    async (args) => {
      const { code, out, err } = await runHere(args, unopened);

      expect(out).toMatch(/^Usage: microblog /);
      expect({ code, err }).toEqual({ code: 0, err: '' });
    },
  );

  it('lists every group and command', async () => {
    const { out } = await runHere(['--help'], unopened);

    const listed = [...out.matchAll(/^ {2}(\w+) /gm)].map(([, name]) => name);
    expect(listed).toEqual([
      'db',
      'user',
      'jobs',
      'mail',
      'counters',
      'search',
      'backup',
      'restore',
      'translate',
      'doctor',
      'seed',
      'shell',
      'help',
    ]);
  });
});

describe('wrong use', () => {
  it.each([
    [[], 'Usage: microblog'],
    [['nope'], "error: unknown command 'nope'"],
    [['user'], 'Usage: microblog user'],
    [['user', 'nope'], "error: unknown command 'nope'. There are: list, create, password, role"],
    [['user', 'create', 'susan'], "error: missing required argument 'email'"],
    [['user', 'list', 'susan'], "error: too many arguments for 'list'"],
    [['user', 'list', '--jsno'], "error: unknown option '--jsno'"],
    [
      ['user', 'create', 'susan', 's@example.com', '--role', 'boss'],
      "error: The role must be one of user, moderator, admin, not 'boss'",
    ],
    [['user', 'role', 'susan', 'boss'], 'error: The role must be one of user, moderator, admin'],
    [['doctor', '--jsno'], "error: unknown option '--jsno'"],
    [['doctor', 'who'], "error: too many arguments for 'doctor'"],
    [['db', 'downgrade', 'all'], "error: n must be a whole number of 1 or more, not 'all'"],
    [['translate', 'init', '../x'], 'error: "../x" is no language tag'],
    [['db', 'migrate'], "error: required option '-m, --message <text>' not specified"],
    [['seed', '--users', '1e3'], "error: --users must be a whole number of 1 or more, not '1e3'"],
    [['seed', '--users', '3', '--follows', '7'], 'error: 3 people can follow each other 6 times at most'],
  ])('%j ends with 2 and says why, before anything is opened', async (args, message) => {
    const { code, out, err } = await runHere(args, unopened);

    expect(err).toContain(message);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});

describe('a failure', () => {
  it('ends with 1 and one line', async () => {
    const { code, out, err } = await runHere(['user', 'list'], () => Promise.reject(new Error('The disk is on fire')));

    expect({ code, out, err }).toEqual({ code: 1, out: '', err: 'error: The disk is on fire\n' });
  });

  it('lists all faults of the configuration', async () => {
    const faults = [
      { name: 'PORT', problem: 'must be a number' },
      { name: 'HOST', problem: 'must be a name' },
    ];

    const { code, err } = await runHere(['user', 'list'], () => Promise.reject(new ConfigError(faults)));

    expect(code).toBe(1);
    expect(err).toContain('PORT: must be a number\n  HOST: must be a name\n');
  });
});
