import { BullModule, type BullModuleOptions, getQueueToken } from '@nestjs/bull';
import type { DynamicModule } from '@nestjs/common';
import { REDIS_CONNECTION, RedisConfig } from '../../config/redis.config';

const NAME = 'jobs';

export const JOB_QUEUE = getQueueToken(NAME);

/** What travels through Redis: which row to look at. */
export interface JobNews {
  readonly id: number;
}

/** The queue. Without these options Bull waits for ever for a Redis that is away. */
export const jobQueue = (): DynamicModule =>
  BullModule.registerQueueAsync({
    name: NAME,
    inject: [RedisConfig],
    useFactory: ({ url = '' }: RedisConfig): BullModuleOptions => ({
      url,
      prefix: 'microblog',
      redis: { ...REDIS_CONNECTION, maxRetriesPerRequest: 1 },
      // The table remembers: nothing of a job stays here.
      // What a worker had that died is news again before the row is, whose lease is twice as long: else Bull would take it for told.
      settings: { lockDuration: 15_000, stalledInterval: 5_000 },
      defaultJobOptions: { attempts: 1, removeOnComplete: true, removeOnFail: true },
    }),
  });
