import { Injectable } from '@nestjs/common';
import type { AppRequest } from '../common/app-request';
import { SiteConfig } from '../config/site.config';
import { chooseLocale } from './locale';

export const LOCALE_COOKIE = 'locale';

/** The language of one request: saved setting, cookie, then what the browser accepts. Kept with the request, never with the process. */
@Injectable()
export class RequestLocale {
  constructor(private readonly site: SiteConfig) {}

  of({ user, cookies, headers }: AppRequest): string {
    return chooseLocale(
      { saved: user?.locale, cookie: cookies[LOCALE_COOKIE], acceptLanguage: headers['accept-language'] },
      this.site.languages,
    );
  }
}
