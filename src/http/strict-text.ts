import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';

/** A client error as Express and body-parser throw them. */
class BadText extends Error {
  readonly status = 400;
}

/** Refuses an address whose percent-encoding is not UTF-8: it would be stored and shown as something else. */
export const strictUrl: RequestHandler = (request, _response, next) => {
  next(isEncoded(request.originalUrl) ? undefined : new BadText('The address is not valid UTF-8'));
};

/** The same for bodies, as body-parser's `verify`. */
export function strictBody(request: IncomingMessage, _response: unknown, body: Buffer): void {
  const isForm = /^application\/x-www-form-urlencoded/i.test(request.headers['content-type'] ?? '');
  if (!isUtf8(body) || (isForm && !isEncoded(body.toString('latin1')))) throw new BadText('The body is not valid UTF-8');
}

/** cookie-parser reads `j:…` as JSON, and whoever expects text would stumble. No cookie of ours is one. */
export const textCookies: RequestHandler = (request, _response, next) => {
  const cookies = request.cookies as Record<string, unknown>;
  for (const name of Object.keys(cookies)) if (typeof cookies[name] !== 'string') delete cookies[name];
  next();
};

function isEncoded(text: string): boolean {
  if (!text.includes('%')) return true;
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    // decodeURIComponent has no other way to say it.
    return false;
  }
}
