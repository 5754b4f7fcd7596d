import { createHash } from 'node:crypto';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { LoginRequired } from '../auth/auth.errors';
import type { AppRequest } from '../common/app-request';
import { Poll } from '../common/poll.decorator';
import { Public } from '../common/public.decorator';
import { SiteConfig } from '../config/site.config';
import { RequestLocale } from '../i18n/request-locale';
import { Tag } from '../posts/tags/tag.decorator';
import { ViewEngine } from '../web/view-engine';
import { FeedFormatParam } from './feed-format.decorator';
import { type FeedFormat, type FeedReader, FeedsService, type FeedView } from './feeds.service';
import { jsonFeed } from './json-feed';

const TYPES: Readonly<Record<FeedFormat, string>> = {
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
};

/** What is new, for programs that ask now and then: Atom (RFC 4287) and JSON Feed 1.1. */
@Public()
@Controller()
export class FeedsController {
  constructor(
    private readonly feeds: FeedsService,
    private readonly engine: ViewEngine,
    private readonly locales: RequestLocale,
    private readonly site: SiteConfig,
  ) {}

  @Get('user/:username/feed.:format')
  @Poll()
  async ofPerson(
    @Param('username') username: string,
    @FeedFormatParam() format: FeedFormat,
    @Req() request: AppRequest,
    @Res() response: Response,
  ) {
    this.answer(await this.feeds.ofPerson(username, this.readerOf(request, format)), format, request, response);
  }

  @Get('tag/:tag/feed.:format')
  @Poll()
  async ofTag(@Tag() tag: string, @FeedFormatParam() format: FeedFormat, @Req() request: AppRequest, @Res() response: Response) {
    this.answer(await this.feeds.ofTag(tag, this.readerOf(request, format)), format, request, response);
  }

  /** @throws LoginRequired on a site whose feeds are for its members */
  private readerOf(request: AppRequest, format: FeedFormat): FeedReader {
    if (this.site.feeds === 'members' && !request.user) throw new LoginRequired();
    return { viewer: request.user, locale: this.locales.of(request), format };
  }

  /** With 304 when the reader has it already: Express compares `ETag`. No `Last-Modified`: a post that is deleted leaves no later date behind. */
  private answer(feed: FeedView, format: FeedFormat, { user }: AppRequest, response: Response): void {
    response.vary('Accept-Language, Cookie');
    response.setHeader('Cache-Control', user || this.site.feeds === 'members' ? 'private, no-cache' : 'public, max-age=60');
    response.setHeader('Content-Type', TYPES[format]);
    const text = format === 'json' ? JSON.stringify(jsonFeed(feed)) : this.engine.render('feeds/atom', { feed });
    response.setHeader('ETag', `"${createHash('sha256').update(text).digest('base64url')}"`);
    response.send(text);
  }
}
