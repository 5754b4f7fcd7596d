import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { AppRequest } from '../common/app-request';
import { CurrentUser } from '../common/current-user.decorator';
import { IsLookedAt } from '../common/is-looked-at.decorator';
import { mapPage, parseCursor } from '../common/page';
import { Poll } from '../common/poll.decorator';
import type { Viewer } from '../common/viewer';
import { page, redirect, success } from '../web/answers';
import { Form } from '../web/form';
import { FormOf } from '../web/form-of.decorator';
import { Pager } from '../web/pager';
import { WantedNotificationsDto } from './dto/wanted-notifications.dto';
import { LiveHub } from './live/live-hub.service';
import { parseSince, presentLiveValue } from './live/live-value.presenter';
import { LiveValues } from './live/live-values.service';
import { NOTIFICATION_KINDS } from './notification.entity';
import { NotificationPresenter } from './notification.presenter';
import { NotificationsService } from './notifications.service';

type QueryString = Record<string, unknown>;

/** What waits for somebody: a page, what scripts ask for, and a stream that tells by itself. */
@Controller()
export class NotificationsController {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly values: LiveValues,
    private readonly hub: LiveHub,
    private readonly presenter: NotificationPresenter,
    private readonly pager: Pager,
  ) {}

  /** The page for who wants to read it; for a script the values that changed `since`, as in the original. */
  @Get('notifications')
  @Poll((request) => !wantsPage(request))
  async list(
    @CurrentUser() me: Viewer,
    @Query() query: QueryString,
    @Req() request: AppRequest,
    @Res({ passthrough: true }) response: Response,
    @IsLookedAt() isLookedAt: boolean,
  ) {
    response.vary('Accept');
    if (wantsPage(request)) return this.listPage(me, query, isLookedAt);
    response.setHeader('Cache-Control', 'no-store');
    return (await this.values.since(me.id, parseSince(query['since']))).map(presentLiveValue);
  }

  /** The same values as server-sent events, and with `timeline=` how many posts are newer than that one. Never ends by itself. */
  @Get('notifications/stream')
  @Poll()
  stream(@CurrentUser() me: Viewer, @Req() request: AppRequest, @Res() response: Response): Promise<void> {
    return this.hub.open(request, response, me, { sessionId: request.sessionId ?? '' });
  }

  @Get('settings/notifications')
  async settings(@CurrentUser() me: Viewer) {
    const wanted = await this.notifications.wanted(me.id);
    const values = Object.fromEntries(NOTIFICATION_KINDS.map((kind) => [kind, wanted.has(kind)]));
    return page('settings/notifications', { form: Form.blank(WantedNotificationsDto, values) });
  }

  @Post('settings/notifications')
  async saveSettings(@CurrentUser() me: Viewer, @FormOf(WantedNotificationsDto) form: Form<WantedNotificationsDto>) {
    const saved = await form.accepts((wanted) =>
      this.notifications.choose(me.id, new Set(NOTIFICATION_KINDS.filter((kind) => wanted[kind]))),
    );
    if (!saved) return page('settings/notifications', { form });
    return redirect('notifications.settings', {}, success('settings.flash.saved'));
  }

  private async listPage(me: Viewer, query: QueryString, isLookedAt: boolean) {
    const isSeen = isLookedAt && me.unreadNotifications > 0;
    const notifications = await this.notifications[isSeen ? 'open' : 'page'](me.id, parseCursor(query));
    return page('notifications/list', {
      notifications: this.pager.link(
        mapPage(notifications, (row) => this.presenter.present(row)),
        'notifications.list',
      ),
      unreadNotifications: isSeen ? 0 : me.unreadNotifications,
    });
  }
}

const wantsPage = (request: AppRequest): boolean =>
  request.query['since'] === undefined && request.accepts(['json', 'html']) === 'html';
