import { BullModule, type BullModuleOptions, getQueueToken } from '@nestjs/bull';
import type { DynamicModule } from '@nestjs/common';
import { RedisConfig } from '../../config/redis.config';

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
      redis: { maxRetriesPerRequest: 1, connectTimeout: 2_000, retryStrategy: (times: number) => Math.min(times * 100, 1_000) },
      // The table remembers: nothing of a job stays here.
      defaultJobOptions: { attempts: 1, removeOnComplete: true, removeOnFail: true },
    }),
  });
