import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import type { RequestHandler, Response } from 'express';
import type { AppRequest } from '../common/app-request';
import { loggablePath } from './loggable-path';

const SLOW_MS = 1000;

/** Names each request and logs how it ended: slow ones and errors always, the rest at level `debug`. Never bodies, never queries. */
export function requestLog(): RequestHandler {
  const logger = new Logger('Http');
  return (request, response, next) => {
    const started = performance.now();
    const id = randomUUID();
    (request as AppRequest).id = id;
    response.setHeader('X-Request-Id', id);
    response.once('finish', () => {
      const tookMs = Math.round(performance.now() - started);
      const entry = {
        event: 'request.finished',
        requestId: id,
        method: request.method,
        path: loggablePath(request.path),
        status: response.statusCode,
        tookMs,
      };
      if (tookMs >= SLOW_MS && !isStream(response)) logger.warn(entry);
      else logger.debug(entry);
    });
    next();
  };
}

/** What is meant to last. */
const isStream = (response: Response): boolean => String(response.getHeader('content-type')).startsWith('text/event-stream');
