import { Injectable } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';
import type { AppRequest } from '../common/app-request';
import { HttpConfig } from '../config/http.config';
import { cookieOptions } from '../web/cookie-options';
import type { StartedSession } from './sessions.service';

const SESSION = 'session';
const REMEMBER = 'remember';

/** The cookies of a session: one that ends with the browser, and one that stays for a year. */
@Injectable()
export class SessionCookies {
  private readonly options: CookieOptions;

  constructor(http: HttpConfig) {
    this.options = cookieOptions(http);
  }

  static sessionOf = (request: Request): string | null => (request as AppRequest).cookies[SESSION] ?? null;

  static rememberedOf = ({ cookies }: AppRequest): string | undefined => cookies[REMEMBER];

  /** Gives the browser a session; the forms of this very answer belong to it already. */
  give({ id, cookie, rememberCookie }: StartedSession, request: AppRequest, response: Response): void {
    request.sessionId = id;
    response.cookie(SESSION, cookie, this.options);
    if (rememberCookie) response.cookie(REMEMBER, rememberCookie.value, { ...this.options, expires: rememberCookie.expires });
  }

  takeBack(response: Response): void {
    response.clearCookie(SESSION, this.options);
    response.clearCookie(REMEMBER, this.options);
  }
}
