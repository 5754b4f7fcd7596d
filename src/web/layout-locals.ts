import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { AppRequest } from '../common/app-request';
import { Clock } from '../common/clock';
import { THEMES } from '../common/theme';
import type { Viewer } from '../common/viewer';
import { HttpConfig } from '../config/http.config';
import { SecurityConfig } from '../config/security.config';
import { SiteConfig } from '../config/site.config';
import { TranslationConfig } from '../config/translation.config';
import { localeFacts } from '../i18n/locale';
import { RequestLocale } from '../i18n/request-locale';
import { Translator } from '../i18n/translator';
import { UrlFor } from '../routing/url-for';
import { Csrf } from './csrf';
import { Flashes } from './flashes';
import { LayoutPerson } from './layout-person.port';
import { knownTimeZone, TIME_ZONE_COOKIE } from './moments';
import { themeOf } from './theme';

/** What every page needs beside its own values: language, theme, who is signed in, messages, the token of its forms. */
@Injectable()
export class LayoutLocals {
  constructor(
    private readonly clock: Clock,
    private readonly http: HttpConfig,
    private readonly security: SecurityConfig,
    private readonly site: SiteConfig,
    private readonly translation: TranslationConfig,
    private readonly locales: RequestLocale,
    private readonly translator: Translator,
    private readonly csrf: Csrf,
    private readonly flashes: Flashes,
    private readonly person: LayoutPerson,
    private readonly urls: UrlFor,
  ) {}

  of(request: AppRequest, response: Response) {
    const code = this.locales.of(request);
    const theme = themeOf(request);
    return {
      locale: localeFacts(code),
      theme,
      now: this.clock.now(),
      timeZone: request.user?.timeZone ?? knownTimeZone(request.cookies[TIME_ZONE_COOKIE]) ?? null,
      /** The one that was chosen in the settings; the browser's own counts for nothing then. */
      chosenTimeZone: request.user?.timeZone ?? null,
      cookiePath: this.http.pathPrefix || '/',
      viewer: request.user ? { ...this.person.present(request.user), ...ownFacts(request.user) } : null,
      // Not with the person: the page that shows them counts anew.
      unreadMessages: request.user?.unreadMessages ?? 0,
      unreadNotifications: request.user?.unreadNotifications ?? 0,
      // The token of a stranger would take the place of the reader's own, and make the forms in their other tabs worthless.
      csrfToken: request.isRecognised ? this.csrf.tokenFor(request, response) : '',
      // Only a layout asks for them: a fragment must leave them to the next page.
      flashes: once(() =>
        this.flashes.take(request, response).map(({ level, key, args, link }) => ({
          level,
          text: this.translator.t(code, key, args),
          link: link && { text: this.translator.t(code, link.key), url: this.urls.path(link.route, link.args) },
        })),
      ),
      path: request.originalUrl,
      baseUrl: this.http.baseUrl,
      canonicalUrl: this.http.baseUrl + request.path,
      // Of these, and of the flashes, a page is drawn mostly without asking.
      languages: () =>
        this.site.languages.map((language) => ({ code: language, name: localeFacts(language).name, current: language === code })),
      themes: () => THEMES.map((name) => ({ code: name, current: name === theme })),
      translates: this.translation.isOn,
      registrationOpen: this.security.registration === 'open',
    };
  }
}

/** What only they themselves may read on their pages. */
const ownFacts = ({ email, emailConfirmed, role }: Viewer) => ({ email, emailConfirmed, isStaff: role !== 'user' });

/** Handlebars calls a function where a value is meant; this one does its work at the first call. */
function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => (done ??= { value: work() }).value;
}
