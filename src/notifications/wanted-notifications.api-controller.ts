import { Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { ApiController } from '../api/api-controller.decorator';
import { IfMatch, IfMatchHeader } from '../api/if-match.decorator';
import { JsonBody } from '../api/json-body.decorator';
import { CurrentUser } from '../common/current-user.decorator';
import type { Viewer } from '../common/viewer';
import { WantedNotificationsDto } from './dto/wanted-notifications.dto';
import { NOTIFICATION_KINDS, type NotificationKind } from './notification.entity';
import { NotificationsService } from './notifications.service';

/** Of what one wants to hear. */
export class WantedNotificationsJson implements Record<NotificationKind, boolean> {
  @ApiProperty()
  readonly follow!: boolean;

  @ApiProperty()
  readonly mention!: boolean;

  @ApiProperty()
  readonly reply!: boolean;

  @ApiProperty()
  readonly like!: boolean;

  @ApiProperty()
  readonly repost!: boolean;

  @ApiProperty()
  readonly message!: boolean;
}

/** Of what one wants to hear. */
@ApiController('settings/notifications', { tag: 'settings' })
export class WantedNotificationsApiController {
  constructor(private readonly notifications: NotificationsService) {}

  @Get()
  @ApiOperation({ summary: 'Of what you want to hear' })
  @ApiOkResponse({ type: WantedNotificationsJson })
  async show(@CurrentUser() me: Viewer): Promise<WantedNotificationsJson> {
    const wanted = await this.notifications.wanted(me.id);
    return Object.fromEntries(NOTIFICATION_KINDS.map((kind) => [kind, wanted.has(kind)])) as Record<NotificationKind, boolean>;
  }

  @Put()
  @ApiOperation({ summary: 'Says of what you want to hear: of what you leave out you do not' })
  @ApiOkResponse({ type: WantedNotificationsJson })
  async choose(
    @JsonBody(WantedNotificationsDto) wanted: WantedNotificationsDto,
    @IfMatch() match: IfMatchHeader,
    @CurrentUser() me: Viewer,
  ): Promise<WantedNotificationsJson> {
    const kinds = new Set(NOTIFICATION_KINDS.filter((kind) => wanted[kind]));
    await this.notifications.choose(
      me.id,
      kinds,
      match.still(() => this.show(me)),
    );
    return this.show(me);
  }
}
