import { Overloaded, Semaphore } from './semaphore';

/** Work that lasts until it is told to end. */
class Job {
  started = false;
  end!: () => void;
  private readonly ended = new Promise<void>((resolve) => (this.end = resolve));

  readonly work = async (): Promise<void> => {
    this.started = true;
    await this.ended;
  };
}

const started = (jobs: Job[]): boolean[] => jobs.map((job) => job.started);

describe('a semaphore', () => {
  it('lets as many work at a time as it has permits, the others in the order of their coming', async () => {
    const semaphore = new Semaphore(2);
    const jobs = [new Job(), new Job(), new Job(), new Job()] as const;
    const [first, second, third, fourth] = jobs;

    const runs = jobs.map((job) => semaphore.run(job.work));
    expect(started([...jobs])).toEqual([true, true, false, false]);

    second.end();
    await runs[1];
    expect(started([...jobs])).toEqual([true, true, true, false]);

    first.end();
    third.end();
    await Promise.all([runs[0], runs[2]]);
    expect(fourth.started).toBe(true);

    fourth.end();
    await runs[3];
  });

  it('gives back what the work gave', async () => {
    await expect(new Semaphore(1).run(() => Promise.resolve('done'))).resolves.toBe('done');
  });

  it('takes its permit back from work that failed', async () => {
    const semaphore = new Semaphore(1);

    await expect(semaphore.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');

    await expect(semaphore.run(() => Promise.resolve('next'))).resolves.toBe('next');
  });

  it('has its permits again when nobody waits, all of them and no more', async () => {
    const semaphore = new Semaphore(1);
    await Promise.all([semaphore.run(() => Promise.resolve()), semaphore.run(() => Promise.resolve())]);
    const jobs = [new Job(), new Job()];

    const runs = jobs.map((job) => semaphore.run(job.work));

    expect(started(jobs)).toEqual([true, false]);
    for (const job of jobs) job.end();
    await Promise.all(runs);
  });

  it('lets those go who wait no longer, and takes the next one in their place', async () => {
    const semaphore = new Semaphore(1);
    const [first, second, third] = [new Job(), new Job(), new Job()];
    const patience = new AbortController();
    const runs = [semaphore.run(first.work), semaphore.run(second.work, patience.signal), semaphore.run(third.work)];

    patience.abort(new Error('late'));
    await expect(runs[1]).rejects.toThrow('late');
    first.end();
    await runs[0];

    expect(started([second, third])).toEqual([false, true]);
    third.end();
    await runs[2];
    await expect(semaphore.run(second.work, patience.signal)).rejects.toThrow('late');
    expect(second.started).toBe(false);
  });

  it('sends away whom it has no room for, and takes others in again when there is', async () => {
    const semaphore = new Semaphore(1, 1);
    const jobs = [new Job(), new Job()];
    const runs = jobs.map((job) => semaphore.run(job.work));

    await expect(semaphore.run(() => Promise.resolve())).rejects.toThrow(Overloaded);

    for (const job of jobs) job.end();
    await Promise.all(runs);
    await expect(semaphore.run(() => Promise.resolve('next'))).resolves.toBe('next');
  });
});
