import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { AppRequest } from './app-request';

/**
 * Whether somebody will look at the answer, so that what is on it counts as seen: not at that to HEAD, nor at what a browser fetches in
 * case that somebody follows a link.
 */
export const IsLookedAt = createParamDecorator((_: unknown, context: ExecutionContext): boolean => {
  const { method, headers } = context.switchToHttp().getRequest<AppRequest>();
  return method !== 'HEAD' && !String(headers['sec-purpose']).includes('prefetch');
});
