import { Logger, type OnApplicationShutdown } from '@nestjs/common';
import Redis from 'ioredis';
import { IMPATIENT, REDIS_CONNECTION } from '../../config/redis.config';
import type { LiveCall } from './live-channel.port';
import { LocalLiveChannel } from './local-live-channel';

const CHANNEL = 'microblog:live';

/** Across processes. What this process says it hears at once, whether or not Redis is there. */
export class RedisLiveChannel extends LocalLiveChannel implements OnApplicationShutdown {
  private readonly logger = new Logger('Live');
  private readonly publisher: Redis;
  private readonly subscriber: Redis;
  private readonly origin = Math.random().toString(36).slice(2);
  private readonly away = new Set<Redis>();

  constructor(url: string) {
    super();
    this.publisher = new Redis(url, IMPATIENT);
    // By itself it would subscribe again when Redis comes back, and nobody could catch what goes wrong with that.
    this.subscriber = new Redis(url, { ...REDIS_CONNECTION, maxRetriesPerRequest: null, autoResubscribe: false });
    for (const redis of [this.publisher, this.subscriber]) {
      redis.on('error', (error: Error) => this.noteAway(redis, error));
      redis.on('ready', () => this.away.delete(redis));
    }
    this.subscriber.on('ready', () => {
      this.subscriber.subscribe(CHANNEL).catch((error: Error) => this.noteAway(this.subscriber, error));
    });
    this.subscriber.on('message', (_: string, text: string) => this.hear(text));
  }

  override send(call: LiveCall): void {
    super.send(call);
    // Away: the other processes find out by themselves.
    this.publisher.publish(CHANNEL, JSON.stringify({ ...call, origin: this.origin })).catch(() => undefined);
  }

  onApplicationShutdown(): void {
    this.publisher.disconnect();
    this.subscriber.disconnect();
  }

  private hear(text: string): void {
    const { origin, ...call } = JSON.parse(text) as LiveCall & { origin: string };
    if (origin !== this.origin) super.send(call);
  }

  /** Once for each time that it is. Until it is back the other processes find out by themselves (`LiveHub.sweep`). */
  private noteAway(redis: Redis, error: Error): void {
    if (!this.away.has(redis)) this.logger.warn({ event: 'live.redisAway', err: error });
    this.away.add(redis);
  }
}
