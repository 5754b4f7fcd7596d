import { Get, HttpCode, Put, Query, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProperty, ApiQuery } from '@nestjs/swagger';
import type { Response } from 'express';
import { ApiController } from '../api/api-controller.decorator';
import { ApiProblems } from '../api/api-problems.decorator';
import { JsonPages } from '../api/json-pages';
import { AtCursor, type CursorQuery } from '../api/page-query.decorators';
import type { AppRequest } from '../common/app-request';
import { CurrentUser } from '../common/current-user.decorator';
import { mapPage } from '../common/page';
import type { Viewer } from '../common/viewer';
import { LiveHub } from './live/live-hub.service';
import { type LiveValueView, parseSince, presentLiveValue } from './live/live-value.presenter';
import { LiveValues } from './live/live-values.service';
import { NotificationJsonPresenter, NotificationPageJson } from './notification-json.presenter';
import { NotificationsService } from './notifications.service';

export class LiveValueJson implements LiveValueView {
  @ApiProperty({ enum: ['unread_message_count', 'unread_notification_count', 'task_progress'] })
  readonly name!: string;

  @ApiProperty({
    description: 'A number, or an object, by the name',
    oneOf: [{ type: 'number' }, { type: 'object' }],
    example: 3,
  })
  readonly data!: unknown;

  @ApiProperty({ type: 'number', description: 'Seconds since 1970', example: 1795337676.942 })
  readonly timestamp!: number;
}

/** What waits for you. */
@ApiController('notifications')
export class NotificationsApiController {
  constructor(
    private readonly values: LiveValues,
    private readonly hub: LiveHub,
    private readonly notifications: NotificationsService,
    private readonly json: NotificationJsonPresenter,
    private readonly pages: JsonPages,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What changed after a moment, the oldest first: one entry a name, the last value' })
  @ApiQuery({
    name: 'since',
    required: false,
    schema: { type: 'number', minimum: 0, default: 0 },
    description: 'Seconds since 1970',
  })
  @ApiOkResponse({ type: [LiveValueJson] })
  async list(@CurrentUser() me: Viewer, @Query('since') since?: unknown): Promise<LiveValueJson[]> {
    return (await this.values.since(me.id, parseSince(since))).map(presentLiveValue);
  }

  @Get('news')
  @ApiOperation({ summary: 'Who followed you, spoke to you or liked what you said; the newest first' })
  @ApiOkResponse({ type: NotificationPageJson })
  async news(@CurrentUser() me: Viewer, @AtCursor() at: CursorQuery): Promise<NotificationPageJson> {
    const page = mapPage(await this.notifications.page(me.id, at.cursor, at.perPage), (row) => this.json.present(row));
    return this.pages.byCursor(page, at, 'api.notifications.news');
  }

  @Get('stream')
  @ApiOperation({
    summary:
      'The same values as they change, as server-sent events; ends when the token does. `Last-Event-ID` goes on where one was cut off',
  })
  @ApiQuery({
    name: 'timeline',
    required: false,
    schema: { type: 'integer', minimum: 0 },
    description:
      'Id of the newest post that you have of your home timeline, 0 for none: then events `posts` count the newer ones',
  })
  @ApiOkResponse({ description: 'Never ends by itself', content: { 'text/event-stream': { schema: { type: 'string' } } } })
  @ApiProblems(503)
  stream(@CurrentUser() me: Viewer, @Req() request: AppRequest, @Res() response: Response): Promise<void> {
    return this.hub.open(request, response, me, { tokenId: request.tokenId ?? 0 });
  }

  @Put('read')
  @HttpCode(204)
  @ApiOperation({ summary: 'Marks all notifications as seen' })
  @ApiNoContentResponse()
  async markRead(@CurrentUser() me: Viewer): Promise<void> {
    await this.notifications.markRead(me.id);
  }
}
