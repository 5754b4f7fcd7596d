import cluster from 'node:cluster';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import Redis from 'ioredis';
import { type RateLimiterAbstract, RateLimiterCluster, RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import { IMPATIENT, RedisConfig } from '../config/redis.config';
import type { Limit } from './limits';

/** Where counts are kept. */
@Injectable()
export class LimiterStore implements OnApplicationShutdown {
  private readonly logger = new Logger('Throttling');
  private readonly redis: Redis | undefined;
  private isAway = false;

  constructor({ url }: RedisConfig) {
    if (url === undefined) return;
    this.redis = new Redis(url, IMPATIENT);
    this.redis.on('error', (error: Error) => {
      if (!this.isAway) this.logger.warn({ event: 'throttling.redisAway', err: error });
      this.isAway = true;
    });
    this.redis.on('ready', () => (this.isAway = false));
  }

  limiter(name: string, { times: points, seconds: duration }: Limit): RateLimiterAbstract {
    const options = { keyPrefix: `microblog:limit:${name}`, points, duration };
    // Of several processes under one that watches them, that one counts for all (`http/supervisor.ts`).
    const here = cluster.isWorker ? new RateLimiterCluster(options) : new RateLimiterMemory(options);
    if (!this.redis) return here;
    return new RateLimiterRedis({ ...options, storeClient: this.redis, rejectIfRedisNotReady: true, insuranceLimiter: here });
  }

  onApplicationShutdown(): void {
    this.redis?.disconnect();
  }
}
