import { DomainError } from '../common/domain-error';

const MINUTE = 60;

/** More of something than its limit allows. */
export class TooManyRequests extends DomainError {
  constructor(override readonly retryAfterSeconds: number) {
    super('throttled', 'throttled', { args: { count: Math.ceil(retryAfterSeconds / MINUTE) }, retryAfterSeconds });
  }
}
