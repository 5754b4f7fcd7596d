import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { Viewer } from '../common/viewer';
import { SiteConfig } from '../config/site.config';
import { chooseLocale } from './locale';

export const LOCALE_COOKIE = 'locale';

/** The language of one request: saved setting, cookie, then what the browser accepts. Kept with the request, never with the process. */
@Injectable()
export class RequestLocale {
  constructor(private readonly site: SiteConfig) {}

  of(request: Request): string {
    const { user, cookies } = request as Request & { user?: Viewer; cookies?: Record<string, unknown> };
    return chooseLocale(
      { saved: user?.locale, cookie: cookies?.[LOCALE_COOKIE], acceptLanguage: request.headers['accept-language'] },
      this.site.languages,
    );
  }
}
