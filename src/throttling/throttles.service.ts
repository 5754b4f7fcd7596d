import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible';
import { tellAllowance } from './allowances';
import { LimiterStore } from './limiter-store';
import { isOwn, type LimitName, LIMITS } from './limits';
import { TooManyRequests } from './too-many-requests';

/**
 * Counts what people do, and stops what is too much. In Redis where there is one, so that all machines count together; else, and
 * while Redis is away, on this one.
 */
@Injectable()
export class Throttles {
  private readonly limiters = new Map<LimitName, RateLimiterAbstract>();

  constructor(private readonly store: LimiterStore) {}

  /** Counts one more. Before the work, not after it: or many that come at once would all slip through. @throws TooManyRequests */
  async take(name: LimitName, key: string): Promise<void> {
    try {
      tell(name, await this.limiter(name).consume(digest(key)));
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      tell(name, refusal);
      throw new TooManyRequests(Math.ceil(refusal.msBeforeNext / 1000));
    }
  }

  /** Like `take`, for who must not learn of it. @returns false when it is too much */
  async tryTake(name: LimitName, key: string): Promise<boolean> {
    try {
      await this.take(name, key);
      return true;
    } catch (error) {
      if (error instanceof TooManyRequests) return false;
      throw error;
    }
  }

  /** It was no guess: it does not count. */
  async giveBack(name: LimitName, key: string): Promise<void> {
    tell(name, await this.limiter(name).reward(digest(key)));
  }

  /** Begins to count anew. */
  async forget(name: LimitName, key: string): Promise<void> {
    await this.limiter(name).delete(digest(key));
  }

  private limiter(name: LimitName): RateLimiterAbstract {
    let limiter = this.limiters.get(name);
    if (!limiter) this.limiters.set(name, (limiter = this.store.limiter(name, LIMITS[name])));
    return limiter;
  }
}

function tell(name: LimitName, { remainingPoints, msBeforeNext }: RateLimiterRes): void {
  const { times, seconds } = LIMITS[name];
  if (isOwn(name))
    tellAllowance({ name, times, seconds, left: Math.max(remainingPoints, 0), resetSeconds: Math.ceil(msBeforeNext / 1000) });
}

/** Names and addresses are nobody's business in Redis, and may be of any length. */
const digest = (key: string): string => createHash('sha256').update(key).digest('base64url');
