import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { AppRequest } from '../common/app-request';
import { HttpConfig } from '../config/http.config';
import { UrlFor } from '../routing/url-for';
import { PageView, RedirectTo } from './answers';
import { Flashes } from './flashes';
import { localPath } from './local-path';
import { PageRenderer } from './page-renderer';

/** Turns what a page controller returns into HTML or into a redirect. */
@Injectable()
export class AnswerWriter {
  constructor(
    private readonly pages: PageRenderer,
    private readonly urls: UrlFor,
    private readonly flashes: Flashes,
    private readonly http: HttpConfig,
  ) {}

  /**
   * Sets status and headers of the response.
   *
   * @returns the body: a page in UTF-8, nothing for a redirect. What is neither is returned as it is
   */
  bodyOf(answer: unknown, response: Response): unknown {
    if (answer instanceof PageView) return this.pageOf(answer, response);
    if (answer instanceof RedirectTo) return this.redirectTo(answer, response);
    return answer;
  }

  private pageOf({ template, locals, status, retryAfterSeconds }: PageView, response: Response): Buffer {
    response.status(status);
    if (retryAfterSeconds !== undefined) response.setHeader('Retry-After', retryAfterSeconds);
    return this.pages.render(template, locals, response.req as AppRequest, response);
  }

  private redirectTo({ location, flash, place }: RedirectTo, response: Response): string {
    if (flash) this.flashes.leave(response, flash);
    response.status(303);
    const otherwise = 'path' in location ? location.path : this.urls.path(location.route, location.args);
    response.location(localPath(place?.next, this.http.pathPrefix) ?? otherwise);
    return '';
  }
}
