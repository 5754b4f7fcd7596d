import { once } from 'node:events';
import { createServer } from 'node:net';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../src/common/clock';
import { Transaction } from '../../src/database/transaction';
import { JobHost } from '../../src/jobs/job-host';
import type { ProcessRole } from '../../src/jobs/job-duty';
import { Jobs } from '../../src/jobs/jobs.service';
import { JobsRepository } from '../../src/jobs/jobs.repository';
import { RedisCourier } from '../../src/jobs/redis/redis-courier';
import { RedisServer } from '../support/redis-server';
import { until } from '../support/until';
import { NOTE, type NoteProcessor, openWorkshop, type Workshop } from '../support/workshop';

const SECOND = 1_000;

let workshop: Workshop;
let redis: RedisServer;
const programs: INestApplicationContext[] = [];

beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.close());
beforeEach(async () => {
  redis = await RedisServer.onFreePort();
});
afterEach(async () => {
  await programs[0]?.get(DataSource).query('DELETE FROM job');
  for (const program of programs.splice(0)) await program.close();
  await redis.kill();
});

async function start(role: ProcessRole, mode = 'worker'): Promise<INestApplicationContext> {
  const program = await workshop.program(role, { REDIS_URL: redis.url, JOBS: mode });
  programs.push(program);
  await program.get(JobHost).start();
  return program;
}

async function web(): Promise<INestApplicationContext> {
  return start('web');
}

async function worker(): Promise<NoteProcessor> {
  return workshop.notesOf(await start('worker'));
}

const add = (program: INestApplicationContext, ...texts: string[]): Promise<unknown> =>
  program.get(Transaction).run(async () => {
    for (const text of texts) await program.get(Jobs).add(NOTE, { text });
  });

const isHanded = (program: INestApplicationContext) => async (): Promise<boolean> => {
  const [row] = await program.get(DataSource).query<{ n: number }[]>('SELECT COUNT(*) AS n FROM job WHERE handed_at IS NOT NULL');
  return Number(row?.n) > 0;
};

const setAhead = (program: INestApplicationContext, ms: number): void => {
  jest.spyOn(program.get(Clock), 'now').mockImplementation(() => new Date(Date.now() + ms));
};

describe('Redis', () => {
  it('brings each job to one of the workers', async () => {
    await redis.start();
    const [site, one, other] = [await web(), await worker(), await worker()];
    await add(site, 'a', 'b', 'c', 'd', 'e', 'f');

    await until(() => one.done.length + other.done.length === 6);

    expect([...one.done, ...other.done].sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(workshop.notesOf(site).done).toEqual([]);
  });

  it('may come later than everybody else', async () => {
    const [site, notes] = [await web(), await worker()];
    await add(site, 'early');
    expect(await isHanded(site)()).toBe(false);

    await redis.start();
    await notes.count(1);

    expect(notes.done).toEqual(['early']);
  });

  it('may die, and forget: what was asked for meanwhile, and what it had been told, is done once', async () => {
    await redis.start();
    const site = await web();
    await until(async () => {
      await add(site, 'told');
      return isHanded(site)();
    });
    await redis.kill();
    await add(site, 'meanwhile');

    await redis.start();
    setAhead(site, 31 * SECOND);
    const notes = await worker();
    setAhead(programs.at(-1)!, 31 * SECOND);
    const asked = await total(site);
    await notes.count(asked);

    expect(notes.done.filter((text) => text === 'meanwhile')).toEqual(['meanwhile']);
    expect(notes.done).toHaveLength(asked);
  });

  it('may stall: nobody waits for it, and all is done once when it goes on', async () => {
    await redis.start();
    const [site, notes] = [await web(), await worker()];
    await add(site, 'before');
    await notes.count(1);

    redis.stall();
    // They return though Redis does not.
    await add(site, 'one');
    await add(site, 'two');
    expect(notes.done).toEqual(['before']);
    redis.goOn();
    await notes.count(3);

    expect([...notes.done].sort()).toEqual(['before', 'one', 'two']);
  });

  it('may be away behind something that takes connections and drops them, and is found again', async () => {
    await redis.start();
    const site = await web();
    const courier = site.get(RedisCourier, { strict: false });
    await until(() => courier.isThere());
    await redis.kill();
    let dropped = 0;
    const dropping = createServer((socket) => socket.destroy()).on('connection', () => dropped++);
    dropping.listen(Number(new URL(redis.url).port), '127.0.0.1');
    // Of each of the process' connections several.
    await until(() => dropped >= 20);
    dropping.close();
    await once(dropping, 'close');

    await redis.start();

    await until(() => courier.isThere());
  });

  it('may stay away: workers find in the table what is long due', async () => {
    const [site, notes] = [await web(), await worker()];
    await add(site, 'alone');
    setAhead(programs.at(-1)!, 46 * SECOND);

    await notes.count(1);

    expect(notes.done).toEqual(['alone']);
  });

  it('leaves the web processes out of it, or not, as JOBS says', async () => {
    await redis.start();
    const site = await start('web', 'both');
    await add(site, 'here');

    await workshop.notesOf(site).count(1);
  });
});

const total = async (program: INestApplicationContext): Promise<number> =>
  (await program.get(JobsRepository).counts())
    .filter(({ kind }) => kind === NOTE.name)
    .reduce((sum, { count }) => sum + count, 0);
