import { Injectable } from '@nestjs/common';
import { doubleCsrf } from 'csrf-csrf';
import type { Response } from 'express';
import type { AppRequest } from '../common/app-request';
import type { Message } from '../common/message';
import { RecentCache } from '../common/recent-cache';
import { HttpConfig } from '../config/http.config';
import { SecurityConfig } from '../config/security.config';
import { cookieOptions } from './cookie-options';

const CSRF_FIELD = 'csrf_token';
const CSRF_COOKIE = 'csrf';
const CSRF_HEADER = 'x-csrf-token';

// A hundred bytes each.
const SOUND_TOKENS = 10_000;

const faults = new WeakMap<AppRequest, Message>();

/** What was wrong with the token of this request; undefined when it was right. Set by the CSRF guard. */
export const csrfFaultOf = (request: AppRequest): Message | undefined => faults.get(request);

/**
 * Proof that a form came from one of our pages: a signed double-submit token bound to the session (OWASP CSRF Prevention Cheat
 * Sheet), and the `Origin` header. Both, because another port of the same host shares our cookies and counts as the same site.
 */
@Injectable()
export class Csrf {
  private readonly tokens;
  /** Tokens that were checked or made here, and their sessions: a browser brings the same one to each page. */
  private readonly sound = new RecentCache<string>(SOUND_TOKENS);

  constructor(
    private readonly http: HttpConfig,
    security: SecurityConfig,
  ) {
    const secret = security.bytesFor('csrf').toString('base64url');
    this.tokens = doubleCsrf({
      getSecret: () => secret,
      getSessionIdentifier: (request) => (request as AppRequest).sessionId ?? 'anonymous',
      cookieName: CSRF_COOKIE,
      cookieOptions: cookieOptions(http),
      getCsrfTokenFromRequest: sentToken,
    });
  }

  /** The token for the forms of this answer: the one that the browser has, while it belongs to its session. */
  tokenFor(request: AppRequest, response: Response): string {
    const kept = request.cookies[CSRF_COOKIE];
    const session = request.sessionId ?? '';
    if (kept !== undefined && this.sound.get(kept) === session) return kept;
    const token = this.tokens.generateCsrfToken(request, response);
    this.sound.set(token, session);
    return token;
  }

  /** Checks a request that would change something, and remembers what is wrong with it. */
  check(request: AppRequest): Message | undefined {
    const fault = this.faultOf(request);
    if (fault) faults.set(request, fault);
    return fault;
  }

  private faultOf(request: AppRequest): Message | undefined {
    if (!this.isFromHere(request)) return { key: 'errors.csrf.origin' };
    const token = sentToken(request);
    if (token === undefined) return { key: 'errors.csrf.missing' };
    // Signed for this very session, it needs no cookie. Of tabs that opened at once the browser keeps the cookie of the last alone.
    if (request.sessionId !== undefined) request.cookies[CSRF_COOKIE] = token;
    return this.tokens.validateRequest(request) ? undefined : { key: 'errors.csrf.invalid' };
  }

  /** From the address that is configured, or the one that was typed (`localhost` or `127.0.0.1`): never in the clear to an https site. */
  private isFromHere({ headers: { origin, host } }: AppRequest): boolean {
    if (origin === undefined || origin === this.http.origin) return true;
    const from = URL.parse(origin);
    return host !== undefined && from?.host === host && (from.protocol === 'https:' || !this.http.isHttps);
  }
}

function sentToken(request: { body?: unknown; headers: Record<string, unknown> }): string | undefined {
  const body = request.body as Record<string, unknown> | null | undefined;
  const token = request.headers[CSRF_HEADER] ?? body?.[CSRF_FIELD];
  return typeof token === 'string' && token !== '' ? token : undefined;
}
