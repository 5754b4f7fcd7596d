import type { RequestHandler } from 'express';
import { type Allowance, hearingAllowances } from '../throttling/allowances';
import { isApiPath } from './api-path';

/**
 * `RateLimit-Policy` and `RateLimit` (IETF draft-ietf-httpapi-ratelimit-headers) of each limit that a call of the API counts towards, so that a program can slow
 * down before it is refused.
 */
export const rateLimitHeaders: RequestHandler = (request, response, next) => {
  if (!isApiPath(request.path)) return next();
  const allowances = new Map<string, Allowance>();
  hearingAllowances((allowance) => {
    allowances.set(allowance.name, allowance);
    if (response.headersSent) return;
    const all = [...allowances.values()];
    response.setHeader('RateLimit-Policy', all.map(policyOf).join(', '));
    response.setHeader('RateLimit', all.map(leftOf).join(', '));
  }, next);
};

const policyOf = ({ name, times, seconds }: Allowance): string => `"${name}";q=${times};w=${seconds}`;
const leftOf = ({ name, left, resetSeconds }: Allowance): string => `"${name}";r=${left};t=${resetSeconds}`;
