import { Logger } from '@nestjs/common';
import { examine } from '../../src/commands/doctor/examination';
import { inspectConfig } from '../../src/config/config';
import { migrations } from '../../src/database/migrations';
import { Migrator } from '../../src/database/migrator';
import { LIMITS } from '../../src/database/mysql/limits';
import type { ReplicatedDatabase } from '../support/replicated-database';
import { useSite } from '../support/site';
import { until } from '../support/until';

const FEED = '/user/susan/feed.json';
const READ_LATE = [
  { path: FEED, text: 'Good' },
  { path: '/tag/news/feed.atom', text: 'Good' },
  { path: '/search/suggestions?q=%23new', text: '#news' },
];
/** Longer than one rests that did not answer. */
const A_WHILE_MS = 60_000;

/** Somebody reads, again and again, until told to stop: then one knows what was read. */
function reading(read: () => Promise<string>): { readonly pages: string[]; stop(): Promise<void> } {
  const pages: string[] = [];
  let isOver = false;
  const done = (async () => {
    while (!isOver) pages.push(await read());
  })();
  // It is looked at in the end.
  done.catch(() => undefined);
  return {
    pages,
    stop: () => {
      isOver = true;
      return done;
    },
  };
}

/** A site in front of a primary and a replica. */
export function aboutReaders(servers: () => ReplicatedDatabase): void {
  // Before the site starts, so that one knows all that it says to the replica.
  beforeAll(() => servers().replica.tell(`SET GLOBAL log_output = 'TABLE'`, 'SET GLOBAL general_log = ON'));
  const variables = () => ({ DATABASE_URL: servers().url, DATABASE_REPLICA_URLS: servers().replicaUrl });
  const site = useSite(variables);
  afterAll(() => servers().replica.tell('SET GLOBAL general_log = OFF'));

  const { now } = Date;
  let ahead = 0;
  let clock: jest.SpyInstance;
  let warned: jest.SpyInstance;
  beforeEach(() => {
    // Who rested in the test before may be asked again.
    ahead += A_WHILE_MS;
    clock = jest.spyOn(Date, 'now').mockImplementation(() => now() + ahead);
    warned = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
  });
  afterEach(async () => {
    warned.mockRestore();
    clock.mockRestore();
    // However a test ended, the next one has a replica.
    servers().replica.goOn();
    await servers().replica.start();
  });
  const complaints = () =>
    warned.mock.calls.map(([said]) => (said as { event: string }).event).filter((event) => event === 'database.replicaAway');

  const susan = async () => {
    const browser = await site.signedIn((await site.people('susan')).susan);
    const publish = async (post: string): Promise<void> => {
      expect((await browser.submit('/', '/', { post })).status).toBe(303);
    };
    const read = async (path = FEED): Promise<string> => {
      const { status, body } = await browser.get(path);
      if (status !== 200) throw new Error(`${path} was answered with ${status}`);
      return body;
    };
    await servers().arrived();
    return { publish, read };
  };

  it('reads late what may be late, and the rest at once', async () => {
    const { publish, read } = await susan();

    await servers().lagging(async () => {
      await publish('Good #news');

      for (const { path, text } of READ_LATE) expect(await read(path)).not.toContain(text);
      expect(await read('/')).toContain('Good');
    });

    for (const { path, text } of READ_LATE) await until(async () => (await read(path)).includes(text));
    expect(complaints()).toEqual([]);
  });

  it('says nothing to the replica but questions, whatever people and operators do', async () => {
    const { publish, read } = await susan();
    await publish('one #news');
    for (const { path } of READ_LATE) await read(path);
    const migrator = site.app.get(Migrator);
    await migrator.downgrade();
    await migrator.upgrade();

    const said = await servers().replica.tell<{ text: string }>(
      `SELECT DISTINCT CONVERT(argument USING utf8mb4) AS text FROM mysql.general_log
       WHERE user_host LIKE 'microblog[%' AND command_type IN ('Query', 'Prepare', 'Execute')`,
    );
    const texts = said.map(({ text }) => text);
    expect(texts.some((text) => /^SELECT .* FROM post_tag /s.test(text))).toBe(true);
    expect(texts.filter((text) => !/^(SELECT|SET SESSION) /.test(text))).toEqual([]);
    // And yet it has all of it.
    await servers().arrived();
    const [copy] = await servers().replica.tell<{ count: number }>('SELECT COUNT(*) AS count FROM microblog.migration');
    expect(copy?.count).toBe(migrations.length);
  });

  it('reads from the primary while the replica is dead, which no reader notices, and asks it again later', async () => {
    const { publish, read } = await susan();
    await publish('before');
    await until(async () => (await read()).includes('before'));
    const readers = [1, 2, 3, 4].map(() => reading(read));
    await until(() => readers.every(({ pages }) => pages.length > 2));

    await servers().replica.kill();
    await publish('meanwhile');
    expect(await read()).toContain('meanwhile');
    for (const reader of readers) await reader.stop();
    expect(readers.flatMap(({ pages }) => pages).filter((page) => !page.includes('before'))).toEqual([]);
    expect(complaints()).toHaveLength(1);

    await servers().replica.start();
    await servers().arrived();
    ahead += A_WHILE_MS;
    await servers().lagging(async () => {
      await publish('late');
      expect(await read()).not.toContain('late');
    });
    await until(async () => (await read()).includes('late'));
    expect(complaints()).toHaveLength(1);
  });

  it('keeps nobody waiting for long when the replica says nothing, and nor does the doctor', async () => {
    const { publish, read } = await susan();
    await publish('before');
    await until(async () => (await read()).includes('before'));

    servers().replica.stall();
    const startedAt = Date.now();
    const [examined, ...pages] = await Promise.all([
      examine(inspectConfig(variables())).then((findings) => findings.filter(({ check }) => check === 'replicas')),
      ...[1, 2, 3].map(() => read()),
    ]);
    servers().replica.goOn();

    // So long it would take to notice that the primary says nothing.
    expect(Date.now() - startedAt).toBeLessThan(LIMITS.silenceMs);
    for (const page of pages) expect(page).toContain('before');
    expect(complaints()).toHaveLength(1);
    expect(examined).toMatchObject([
      { state: 'warning', found: expect.stringMatching(/^127\.0\.0\.1:\d+: no answer/i) as string },
    ]);
  });
}
