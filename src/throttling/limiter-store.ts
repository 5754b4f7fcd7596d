import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import Redis from 'ioredis';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import { RedisConfig } from '../config/redis.config';
import type { Limit } from './limits';

// A page waits for this: a Redis that stalls is passed over.
const PATIENCE_MS = 500;

/** Where counts are kept. */
@Injectable()
export class LimiterStore implements OnApplicationShutdown {
  private readonly logger = new Logger('Throttling');
  private readonly redis: Redis | undefined;
  private isAway = false;

  constructor({ url }: RedisConfig) {
    if (url === undefined) return;
    this.redis = new Redis(url, {
      connectTimeout: 2_000,
      commandTimeout: PATIENCE_MS,
      maxRetriesPerRequest: 1,
      enableOfflineQueue: false,
      retryStrategy: (times) => Math.min(times * 100, 1_000),
    });
    this.redis.on('error', (error: Error) => {
      if (!this.isAway) this.logger.warn({ event: 'throttling.redisAway', err: error });
      this.isAway = true;
    });
    this.redis.on('ready', () => (this.isAway = false));
  }

  limiter(name: string, { times: points, seconds: duration }: Limit): RateLimiterAbstract {
    const options = { keyPrefix: `microblog:limit:${name}`, points, duration };
    const memory = new RateLimiterMemory(options);
    if (!this.redis) return memory;
    return new RateLimiterRedis({ ...options, storeClient: this.redis, rejectIfRedisNotReady: true, insuranceLimiter: memory });
  }

  onApplicationShutdown(): void {
    this.redis?.disconnect();
  }
}
