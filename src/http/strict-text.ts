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
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
  if (!isUtf8(body) || (isForm && !isEncoded(body.toString('latin1')))) throw new BadText('The body is not valid UTF-8');
}

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
