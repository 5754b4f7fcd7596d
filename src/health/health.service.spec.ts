import { Logger } from '@nestjs/common';
import type { Migrator, MigrationStatus } from '../database/migrator';
import type { RedisCourier } from '../jobs/redis/redis-courier';
import { HealthService } from './health.service';

const warned = jest.spyOn(Logger.prototype, 'warn').mockImplementation();

const done = { name: 'CreateUsers', appliedAt: new Date() } as unknown as MigrationStatus;
const pending = { name: 'CreatePosts', appliedAt: null } as unknown as MigrationStatus;
const healthWith = (status: () => Promise<MigrationStatus[]>, redis?: boolean): HealthService => {
  const courier = redis === undefined ? undefined : ({ isThere: () => Promise.resolve(redis) } as RedisCourier);
  return new HealthService({ status } as Migrator, courier);
};

describe('the program', () => {
  beforeEach(() => warned.mockClear());

  it('is ready when the database answers and all its migrations have run', async () => {
    expect(await healthWith(async () => [done, done]).readiness()).toEqual({
      isReady: true,
      checks: { database: 'ok', migrations: 'ok' },
    });
    expect(warned).not.toHaveBeenCalled();
  });

  it('asks Redis, where there is one', async () => {
    expect(await healthWith(async () => [done], true).readiness()).toMatchObject({ isReady: true, checks: { redis: 'ok' } });
    expect(await healthWith(async () => [done], false).readiness()).toMatchObject({
      isReady: false,
      checks: { redis: 'failed' },
    });
  });

  it('is not ready while a migration waits', async () => {
    expect(await healthWith(async () => [done, pending]).readiness()).toEqual({
      isReady: false,
      checks: { database: 'ok', migrations: 'pending' },
    });
  });

  it('is not ready when the database is away, and the log says why', async () => {
    const health = healthWith(() => Promise.reject(new Error('connect ECONNREFUSED')));

    expect(await health.readiness()).toEqual({ isReady: false, checks: { database: 'failed', migrations: 'failed' } });
    expect(warned).toHaveBeenCalledWith({ event: 'health.databaseAway', reason: 'Error: connect ECONNREFUSED' });
  });

  it('is not ready when the database does not answer within three seconds', async () => {
    jest.useFakeTimers();
    const readiness = healthWith(() => new Promise(() => {})).readiness();
    await jest.advanceTimersByTimeAsync(2_999);
    expect(warned).not.toHaveBeenCalled();

    await jest.advanceTimersByTimeAsync(1);

    expect(await readiness).toMatchObject({ isReady: false, checks: { database: 'failed' } });
    jest.useRealTimers();
  });

  it('leaves no timer behind when it was asked', async () => {
    jest.useFakeTimers();
    await healthWith(async () => [done]).readiness();

    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });
});
