import { once } from 'node:events';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../../src/common/clock';
import { Transaction } from '../../../src/database/transaction';
import { JobHost } from '../../../src/jobs/job-host';
import { JobPoller } from '../../../src/jobs/job-poller';
import { JobRunner } from '../../../src/jobs/job-runner';
import { JobFailedForGood } from '../../../src/jobs/jobs.errors';
import { Jobs } from '../../../src/jobs/jobs.service';
import { JobsRepository } from '../../../src/jobs/jobs.repository';
import { TIDY_JOBS } from '../../../src/jobs/tidy.processor';
import { until } from '../../support/until';
import { openWorkshop, NOTE, type NoteProcessor, type Workshop } from '../../support/workshop';

const SECOND = 1_000;
const DAY = 24 * 60 * 60 * SECOND;

let workshop: Workshop;
let app: INestApplicationContext;
let notes: NoteProcessor;
let jobs: Jobs;
let runner: JobRunner;
let ahead = 0;

beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.close());
beforeEach(async () => {
  ahead = 0;
  app = await workshop.program();
  notes = workshop.notesOf(app);
  jobs = app.get(Jobs);
  runner = app.get(JobRunner);
  jest.spyOn(app.get(Clock), 'now').mockImplementation(() => new Date(Date.now() + ahead));
});
afterEach(async () => {
  await app.get(DataSource).query('DELETE FROM job');
  await app.close();
});

const rowOf = async (id: number | null) => (await app.get(JobsRepository).find(id ?? 0))!;

describe('a job', () => {
  it('is done after the commit of the transaction that asked for it, and never after a rollback', async () => {
    const transaction = app.get(Transaction);
    await expect(
      transaction.run(async () => {
        await jobs.add(NOTE, { text: 'undone' });
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    await transaction.run(() => jobs.add(NOTE, { text: 'done' }));

    expect(await runner.runDue()).toBe(1);

    expect(notes.done).toEqual(['done']);
  });

  it('is given to one of many who try to have it', async () => {
    const other = await workshop.program();
    const id = (await jobs.add(NOTE, { text: 'once' }))!;

    const ran = await Promise.all([runner, other.get(JobRunner), runner, other.get(JobRunner)].map((one) => one.run(id)));

    expect(ran.filter(Boolean)).toHaveLength(1);
    expect([...notes.done, ...workshop.notesOf(other).done]).toEqual(['once']);
    await other.close();
  });

  it('waits for its time', async () => {
    const id = await jobs.add(NOTE, { text: 'tomorrow' }, { runAt: new Date(Date.now() + DAY) });

    expect([await runner.runDue(), await runner.run(id!)]).toEqual([0, false]);
    ahead = DAY + SECOND;
    expect(await runner.runDue()).toBe(1);
  });

  it('is there once, while one with its key is not over', async () => {
    const add = () => jobs.add(NOTE, { text: 'only' }, { uniqueKey: 'only' });
    const ids = await Promise.all([add(), add(), add()]);
    expect(ids.filter((id) => id !== null)).toHaveLength(1);
    // Also in a transaction, which goes on.
    expect(await app.get(Transaction).run(async () => [await add(), await jobs.add(NOTE, { text: 'other' })])).toEqual([
      null,
      expect.any(Number),
    ]);

    await runner.runDue();

    expect(await add()).toEqual(expect.any(Number));
  });

  it('is told who it is, alike at each attempt', async () => {
    notes.work = () => {
      if (notes.runs.length === 1) throw new Error('not yet');
    };
    await jobs.add(NOTE, { text: 'twice' });
    await runner.runDue();
    ahead = 3 * SECOND;
    await runner.runDue();

    const [first, second] = notes.runs;
    expect([first!.attempt, second!.attempt]).toEqual([1, 2]);
    expect(first!.key).toBe(second!.key);
  });
});

describe('a job that fails', () => {
  beforeEach(() => {
    notes.work = () => Promise.reject(new Error('the mail server is away'));
  });

  it('is tried again later, says why, and is given up in the end', async () => {
    const id = await jobs.add(NOTE, { text: 'x' });
    for (const attempts of [1, 2]) {
      expect(await runner.runDue()).toBe(1);
      expect(await rowOf(id)).toMatchObject({ state: 'waiting', attempts, lastError: 'Error: the mail server is away' });
      expect(await runner.runDue()).toBe(0);
      ahead += 120 * SECOND;
    }
    await runner.runDue();

    expect(await rowOf(id)).toMatchObject({ state: 'dead', attempts: 3, lastError: 'Error: the mail server is away' });
    expect((await jobs.dead(10)).map((job) => job.id)).toEqual([id]);
    expect(notes.abandoned).toEqual(['x']);
  });

  it('is given up at once when trying again is in vain', async () => {
    notes.work = () => Promise.reject(new JobFailedForGood('no such address'));
    const id = await jobs.add(NOTE, { text: 'x' });
    await runner.runDue();

    expect(await rowOf(id)).toMatchObject({ state: 'dead', attempts: 1 });
  });

  it('comes back when somebody says so', async () => {
    notes.work = () => Promise.reject(new JobFailedForGood('no such address'));
    const [one, other] = [await jobs.add(NOTE, { text: '1' }), await jobs.add(NOTE, { text: '2' })];
    await runner.runDue();
    notes.work = () => undefined;

    expect(await jobs.retry(one!)).toBe(1);
    expect(await jobs.retry(one!)).toBe(0);
    await runner.runDue();
    expect([(await rowOf(one)).state, (await rowOf(other)).state]).toEqual(['done', 'dead']);
    // A mail that is tried again is still that mail.
    expect(notes.runs[2]!.key).toBe(notes.runs[0]!.key);
    expect(await jobs.retry()).toBe(1);
  });

  it('does not hold up others', async () => {
    notes.work = (text) => (text === 'bad' ? Promise.reject(new Error('bad')) : undefined);
    for (const text of ['bad', 'good']) await jobs.add(NOTE, { text });

    await runner.runDue();

    expect(notes.done).toEqual(['good']);
  });
});

describe('a worker', () => {
  it('that died loses its job to another, once its lease is over', async () => {
    const id = await jobs.add(NOTE, { text: 'x' });
    const now = new Date();
    await app.get(JobsRepository).claim(id!, 'a worker that died', now, new Date(now.getTime() + 30 * SECOND));

    ahead = 29 * SECOND;
    await runner.freeLapsed();
    expect((await rowOf(id)).state).toBe('running');
    ahead = 31 * SECOND;
    await runner.freeLapsed();
    expect(await runner.runDue()).toBe(0);
    ahead += 10 * SECOND;
    expect(await runner.runDue()).toBe(1);
    expect(await rowOf(id)).toMatchObject({ state: 'done', attempts: 2 });
    expect(notes.abandoned).toEqual([]);
  });

  it('that kills whoever does it is given up like any other', async () => {
    const id = await jobs.add(NOTE, { text: 'x' });
    for (const attempts of [1, 2, 3]) {
      const now = new Date(Date.now() + ahead);
      expect(await app.get(JobsRepository).claim(id!, `worker ${attempts}`, now, now)).toMatchObject({ attempts });
      ahead += 120 * SECOND;
      await runner.freeLapsed();
      ahead += 120 * SECOND;
    }

    expect(await rowOf(id)).toMatchObject({ state: 'dead', attempts: 3, lastError: 'Error: The worker died' });
    expect(notes.abandoned).toEqual(['x']);
  });

  it('whose worker shows at the last moment that it lives stays with it, even at its last attempt', async () => {
    const id = (await jobs.add(NOTE, { text: 'x' }))!;
    const repository = app.get(JobsRepository);
    await app.get(DataSource).query('UPDATE job SET attempts = 2');
    const job = (await repository.claim(id, 'slow', new Date(), new Date()))!;
    ahead = SECOND;
    const stale = await repository.lapsed(new Date(Date.now() + ahead));
    jest.spyOn(repository, 'lapsed').mockResolvedValueOnce(stale);
    expect(await repository.renew(job, new Date(Date.now() + 30 * SECOND))).toBe(true);

    await runner.freeLapsed();

    expect(stale).toHaveLength(1);
    expect(await rowOf(id)).toMatchObject({ state: 'running', leaseToken: 'slow' });
    expect(notes.abandoned).toEqual([]);
  });

  it('that cannot be given up does not hold up the others', async () => {
    const ids = [(await jobs.add(NOTE, { text: 'x' }))!, (await jobs.add(NOTE, { text: 'y' }))!];
    await app.get(DataSource).query('UPDATE job SET attempts = 2');
    const repository = app.get(JobsRepository);
    for (const id of ids) await repository.claim(id, `worker ${id}`, new Date(), new Date());
    await app.get(DataSource).query("UPDATE job SET data = '{' WHERE id = ?", [ids[0]]);
    ahead = SECOND;

    await runner.freeLapsed();

    expect((await rowOf(ids[1]!)).state).toBe('dead');
    expect(notes.abandoned).toEqual(['y']);
  });

  it('that was only slow cannot end what another has now', async () => {
    const id = (await jobs.add(NOTE, { text: 'x' }))!;
    const repository = app.get(JobsRepository);
    const soon = new Date(Date.now() + SECOND);
    const slow = (await repository.claim(id, 'slow', new Date(), soon))!;
    ahead = 2 * SECOND;
    await runner.freeLapsed();
    ahead = 20 * SECOND;
    const other = (await repository.claim(id, 'other', new Date(Date.now() + ahead), new Date(Date.now() + ahead)))!;

    expect(await repository.end(slow, 'done', new Date())).toBe(false);
    expect(await repository.renew(slow, new Date())).toBe(false);
    await repository.putBack(slow, { runAt: new Date() });
    expect(await rowOf(id)).toMatchObject({ state: 'running', leaseToken: 'other' });
    expect(await repository.end(other, 'done', new Date())).toBe(true);
  });

  it('gives back what it cannot end before it stops, and does not count that attempt', async () => {
    notes.work = () => new Promise(() => undefined);
    const id = (await jobs.add(NOTE, { text: 'x' }))!;
    const run = runner.run(id);
    await once(notes.events, 'begun');

    await runner.stop(0);

    await run;
    expect(notes.runs[0]!.signal.aborted).toBe(true);
    expect(await rowOf(id)).toMatchObject({ state: 'waiting', attempts: 0, leaseToken: null });
    expect(await runner.run(id)).toBe(false);
  });

  it('begins nothing while it stops, and gives back what it was just taking', async () => {
    notes.work = () => new Promise(() => undefined);
    const [taken, late] = [(await jobs.add(NOTE, { text: 'taken' }))!, (await jobs.add(NOTE, { text: 'late' }))!];

    // The row is taken only when there is no time left for its job.
    const { claim } = JobsRepository.prototype;
    const { signal } = (runner as unknown as { stopping: AbortController }).stopping;
    const taking = jest.spyOn(JobsRepository.prototype, 'claim').mockImplementation(async function (
      this: JobsRepository,
      ...row
    ) {
      await until(() => signal.aborted);
      return claim.apply(this, row);
    });
    const run = runner.run(taken);
    const stopped = runner.stop(0);

    expect(await runner.run(late)).toBe(false);
    await Promise.all([run, stopped]);
    taking.mockRestore();
    for (const id of [taken, late]) expect(await rowOf(id)).toMatchObject({ state: 'waiting', attempts: 0, leaseToken: null });
  });

  it('ends though the database is away, and cannot be told how its job ended', async () => {
    const id = (await jobs.add(NOTE, { text: 'x' }))!;
    const away = jest.spyOn(JobsRepository.prototype, 'putBack').mockRejectedValue(new Error('the database is away'));
    notes.work = () => Promise.reject(new Error('failed'));
    const run = runner.run(id).catch((error: Error) => error.message);

    await runner.stop(10 * SECOND);

    expect(await run).toBe('the database is away');
    away.mockRestore();
  });

  it('ends what it has in hand, when that is soon over', async () => {
    let end!: () => void;
    notes.work = () => new Promise<void>((resolve) => (end = resolve));
    const id = (await jobs.add(NOTE, { text: 'x' }))!;
    const run = runner.run(id);
    await once(notes.events, 'begun');

    const stopped = runner.stop(10 * SECOND);
    end();
    await Promise.all([stopped, run]);

    expect((await rowOf(id)).state).toBe('done');
  });

  it('leaves a kind that it does not know to a version that does', async () => {
    const id = await jobs.add(NOTE, { text: 'x' });
    await app.get(DataSource).query(`UPDATE job SET kind = 'test.newer'`);

    await runner.runDue();

    expect(await rowOf(id)).toMatchObject({ state: 'waiting', attempts: 0 });
    expect((await rowOf(id)).runAt.getTime()).toBeGreaterThan(Date.now());
  });
});

describe('a process that works jobs by itself', () => {
  it('begins at once, so many at a time', async () => {
    let atWork = 0;
    let most = 0;
    notes.work = async () => {
      most = Math.max(most, ++atWork);
      await until(() => most === 2);
      atWork--;
    };
    app.get(JobPoller, { strict: false }).start({ worksOverdueMs: 0, concurrency: 2 });
    for (let i = 0; i < 9; i++) await jobs.add(NOTE, { text: `${i}` });

    await notes.count(9);

    expect(most).toBe(2);
    expect([...notes.done].sort()).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8']);
  });

  it('takes only what Redis is late with, when there is one', async () => {
    await jobs.add(NOTE, { text: 'late' });
    await jobs.add(NOTE, { text: 'fresh' }, { runAt: new Date(Date.now() + 40 * SECOND) });
    ahead = 50 * SECOND;
    app.get(JobPoller, { strict: false }).start({ worksOverdueMs: 45 * SECOND, concurrency: 2 });

    await notes.count(1);

    expect(notes.done).toEqual(['late']);
  });

  it('has the jobs that come again and again', async () => {
    await app.get(JobHost).start();
    await until(async () => (await jobs.counts()).some(({ kind, state }) => kind === TIDY_JOBS.name && state === 'done'));

    const counts = (await jobs.counts()).filter(({ kind }) => kind === TIDY_JOBS.name);
    expect(counts).toEqual([
      { kind: TIDY_JOBS.name, state: 'done', count: 1 },
      { kind: TIDY_JOBS.name, state: 'waiting', count: 1 },
    ]);
  });
});

describe('jobs that are over', () => {
  it('are forgotten after a while, the dead later', async () => {
    await jobs.add(NOTE, { text: 'done' });
    await runner.runDue();
    notes.work = () => Promise.reject(new JobFailedForGood('no'));
    await jobs.add(NOTE, { text: 'dead' });
    await runner.runDue();
    await jobs.add(NOTE, { text: 'waiting' });
    const states = async () => (await jobs.counts()).filter(({ kind }) => kind === NOTE.name).map(({ state }) => state);
    const tidy = async () => {
      await jobs.add(TIDY_JOBS, {}, { uniqueKey: TIDY_JOBS.name });
      await runner.run((await app.get(JobsRepository).due(new Date(Date.now() + ahead), 9)).at(-1)!);
    };

    ahead = 7 * DAY - SECOND;
    await tidy();
    expect(await states()).toEqual(['dead', 'done', 'waiting']);
    ahead = 7 * DAY + 2 * SECOND;
    await app.get(DataSource).query(`DELETE FROM job WHERE kind = '${TIDY_JOBS.name}'`);
    await tidy();
    expect(await states()).toEqual(['dead', 'waiting']);
    ahead = 30 * DAY + 2 * SECOND;
    await app.get(DataSource).query(`DELETE FROM job WHERE kind = '${TIDY_JOBS.name}'`);
    await tidy();
    expect(await states()).toEqual(['waiting']);
  });
});
