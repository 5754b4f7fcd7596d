import cors from 'cors';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { ApiConfig } from '../config/api.config';
import { allowedMethods } from './allowed-methods';
import { isApiPath } from './api-path';

/** What a program may read beside the body, and send beside what every form may. */
const EXPOSED = ['ETag', 'Link', 'Location', 'RateLimit', 'RateLimit-Policy', 'Retry-After', 'WWW-Authenticate', 'X-Request-Id'];
const ALLOWED = [
  'Accept-Language',
  'Authorization',
  'Content-Type',
  'Idempotency-Key',
  'If-Match',
  'If-None-Match',
  'Last-Event-ID',
  'X-OTP',
];
const PREFLIGHT_SECONDS = 600;

/** Lets the pages of other sites call the API (Fetch, CORS), without cookies: they count for nothing there. None when none is named. */
export function apiCors({ corsOrigins }: ApiConfig): RequestHandler {
  const answer = cors({
    origin: [...corsOrigins],
    methods: ['GET', 'POST', 'PUT', 'DELETE'],
    allowedHeaders: ALLOWED,
    exposedHeaders: EXPOSED,
    maxAge: PREFLIGHT_SECONDS,
    preflightContinue: true,
  });
  return (request, response, next) =>
    isApiPath(request.path) && corsOrigins.length > 0 ? answer(request, response, next) : next();
}

/** `OPTIONS` below `/api`: what may be done with an address (RFC 9110, 9.3.7). One that does not exist is not found. */
export function apiOptions(request: Request, response: Response, next: NextFunction): void {
  const methods = request.method === 'OPTIONS' && isApiPath(request.path) ? allowedMethods(request) : [];
  if (methods.length === 0) return next();
  response.setHeader('Allow', [...methods, 'OPTIONS'].sort().join(', '));
  response.status(204).end();
}
