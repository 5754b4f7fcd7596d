import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { FeedNotFound } from './feeds.errors';
import { FEED_FORMATS, type FeedFormat } from './feeds.service';

/** In which form a route `feed.:format` tells it. Any other is not there. */
export const FeedFormatParam = createParamDecorator((_: unknown, context: ExecutionContext): FeedFormat => {
  const asked = context.switchToHttp().getRequest<Request>().params['format'];
  const format = FEED_FORMATS.find((known) => known === asked);
  if (!format) throw new FeedNotFound();
  return format;
});
