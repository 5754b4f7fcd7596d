import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { QueryFailedError } from 'typeorm';
import { testConfig } from '../../test/support/test-config';
import { JsonLogger } from './json-logger';

describe('the log', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'microblog-log-'));
    // Lines are written together, once a second.
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
  });
  afterEach(() => {
    jest.useRealTimers();
    rmSync(folder, { recursive: true });
  });

  /** What is in the log after some work. */
  async function logged(work: (logger: JsonLogger) => void, variables: Record<string, string> = {}): Promise<string> {
    const file = join(folder, 'logs', 'microblog.log');
    const { log } = testConfig({ LOG_LEVEL: 'info', LOG_FORMAT: 'json', LOG_FILE: file, ...variables });
    const logger = new JsonLogger(log);
    work(logger);
    logger.fatal('the end');
    let text = '';
    while (!text.includes('the end')) {
      jest.advanceTimersByTime(1000);
      await setImmediate();
      if (existsSync(file)) text = readFileSync(file, 'utf8');
    }
    return text;
  }

  async function entries(
    work: (logger: JsonLogger) => void,
    variables?: Record<string, string>,
  ): Promise<Record<string, unknown>[]> {
    const lines = (await logged(work, variables)).trimEnd().split('\n');
    return lines.slice(0, -1).map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  it('has one JSON object a line, with the name of the event and its fields', async () => {
    const [event, text] = await entries((logger) => {
      logger.log({ event: 'export.finished', exportId: 7, tookMs: 12 }, 'Export');
      logger.log('Microblog startup', 'Microblog');
    });

    expect(event).toMatchObject({ level: 30, msg: 'export.finished', context: 'Export', exportId: 7, tookMs: 12 });
    expect(event).toHaveProperty('time');
    expect(text).toMatchObject({ level: 30, msg: 'Microblog startup', context: 'Microblog' });
  });

  it('has a level for each way of speaking', async () => {
    const said = await entries(
      (logger) => {
        logger.verbose('trace');
        logger.debug('debug');
        logger.log('info');
        logger.warn('warn');
        logger.error('error');
        logger.fatal('fatal');
      },
      { LOG_LEVEL: 'trace' },
    );

    expect(said.map(({ level, msg }) => [level, msg])).toEqual([
      [10, 'trace'],
      [20, 'debug'],
      [30, 'info'],
      [40, 'warn'],
      [50, 'error'],
      [60, 'fatal'],
    ]);
  });

  it('says nothing below its level', async () => {
    const said = await entries(
      (logger) => {
        logger.log('info');
        logger.warn('warn');
      },
      { LOG_LEVEL: 'warn' },
    );

    expect(said.map(({ msg }) => msg)).toEqual(['warn']);
  });

  it('keeps what Nest tells of its own start for those who look for it', async () => {
    const said = await entries((logger) => {
      logger.log('PostsModule dependencies initialized', 'InstanceLoader');
      logger.log('Mapped {/explore, GET} route', 'RouterExplorer');
    });

    expect(said).toEqual([]);
  });

  it('keeps an error whole, with its stack and its cause', async () => {
    const error = new Error('The page failed', { cause: new Error('The disk is full') });

    const [event, alone] = await entries((logger) => {
      logger.error({ event: 'request.failed', requestId: 'r1', err: error });
      logger.error(error);
    });

    expect(event).toMatchObject({ msg: 'request.failed', requestId: 'r1', err: { type: 'Error' } });
    for (const entry of [event, alone]) {
      const { stack } = entry?.err as { stack: string };
      expect(stack).toContain('json-logger.spec.ts');
      expect(stack).toContain('The disk is full');
    }
  });

  it('takes the stack and the context as Nest gives them', async () => {
    const [both, context] = await entries((logger) => {
      logger.error('It failed', 'Error: It failed\n    at x.ts:1', 'ExceptionsHandler');
      logger.error('It failed', 'ExceptionsHandler');
    });

    expect(both).toMatchObject({ msg: 'It failed', stack: expect.stringContaining('x.ts:1'), context: 'ExceptionsHandler' });
    expect(context).toMatchObject({ msg: 'It failed', context: 'ExceptionsHandler' });
    expect(context).not.toHaveProperty('stack');
  });

  it('is not to be forged: what somebody typed stays within its line', async () => {
    const forged = 'susan %s %j\n{"level":30,"msg":"auth.signedIn","userId":1}\r\n\u2028';

    const said = await entries((logger) => {
      logger.log({ event: 'auth.refused', username: forged });
      logger.warn(forged);
    });

    expect(said).toHaveLength(2);
    expect(said[0]).toMatchObject({ msg: 'auth.refused', username: forged });
    expect(said[1]).toMatchObject({ msg: forged });
  });

  it.each(['password', 'password2', 'token', 'authorization', 'cookie', 'secret', 'csrf_token'])(
    'never holds the value of a field called %s',
    async (name) => {
      const text = await logged((logger) => {
        logger.log({ event: 'x', [name]: 'hunter2' });
        logger.error({ event: 'x', body: { [name]: 'hunter2' }, headers: { [name]: ['hunter2'] } });
        logger.error(Object.assign(new Error('x'), { [name]: 'hunter2' }));
      });

      expect(text).not.toContain('hunter2');
      expect(text).toContain('[secret]');
    },
  );

  it('never holds the values of a statement that failed', async () => {
    const driverError = Object.assign(new Error('Data too long'), {
      code: 'ER_DATA_TOO_LONG',
      sql: "INSERT … VALUES ('hunter2')",
    });
    const error = new QueryFailedError('INSERT … VALUES (?)', ['hunter2'], driverError);

    const text = await logged((logger) => logger.error({ event: 'request.failed', err: error }));

    expect(text).not.toContain('hunter2');
    expect(text).toContain('INSERT … VALUES (?)');
    expect(text).toContain('ER_DATA_TOO_LONG');
  });

  it('is for the eyes of its operator alone', async () => {
    await logged((logger) => logger.log('x'));

    expect(statSync(join(folder, 'logs', 'microblog.log')).mode & 0o777).toBe(0o600);
  });

  it('is for people while developing', async () => {
    const text = await logged((logger) => logger.log({ event: 'export.finished', exportId: 7 }, 'Export'), {
      LOG_FORMAT: 'pretty',
    });

    expect(text).toMatch(/INFO: Export: export\.finished\n\s+exportId: 7\n/);
  });
});
