import { Injectable } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';
import { HttpConfig } from '../config/http.config';
import type { Flash } from './answers';
import { cookieOptions } from './cookie-options';

const COOKIE = 'flash';

/** A message for the next page, shown once. It travels in a signed cookie: it needs no session, so it works at sign-in too. */
@Injectable()
export class Flashes {
  private readonly cookie: CookieOptions;

  constructor(http: HttpConfig) {
    this.cookie = cookieOptions(http);
  }

  leave(response: Response, flash: Flash): void {
    response.cookie(COOKIE, JSON.stringify(flash), { ...this.cookie, signed: true, maxAge: 60_000 });
  }

  /** Whether the browser brings a message that no page has shown. */
  isWaiting(request: Request): boolean {
    return cookieOf(request) !== undefined;
  }

  /** The message that the page to come will show. */
  waiting(request: Request): Flash | undefined {
    const cookie = cookieOf(request);
    return typeof cookie === 'string' ? (JSON.parse(cookie) as Flash) : undefined;
  }

  /** Takes the message off the browser, and what is said with it. */
  take(request: Request, response: Response): Flash[] {
    if (!this.isWaiting(request)) return [];
    response.clearCookie(COOKIE, this.cookie);
    const flash = this.waiting(request);
    if (!flash) return [];
    return flash.also ? [flash, { level: 'info', ...flash.also }] : [flash];
  }
}

const cookieOf = (request: Request): unknown => (request.signedCookies as Record<string, unknown> | undefined)?.[COOKIE];
