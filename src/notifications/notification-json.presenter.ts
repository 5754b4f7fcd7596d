import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { CursorPageJson } from '../api/page-json';
import { UrlFor } from '../routing/url-for';
import { PersonPresenter } from '../users/person.presenter';
import { PersonJson, UserJsonPresenter } from '../users/user-json.presenter';
import { NOTIFICATION_KINDS, type NotificationKind } from './notification.entity';
import type { NotificationRow } from './notifications.repository';

export class NotificationLinksJson {
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'uri-reference',
    description: 'What it is about',
    example: '/api/posts/1',
  })
  readonly post!: string | null;
}

/** That somebody follows one, speaks to one, or likes what one said. */
export class NotificationJson {
  @ApiProperty({ type: 'integer', minimum: 1, example: 1 })
  readonly id!: number;

  @ApiProperty({ enum: NOTIFICATION_KINDS })
  readonly kind!: NotificationKind;

  @ApiProperty({ type: PersonJson, description: 'Who did it' })
  readonly actor!: PersonJson;

  @ApiProperty({ description: "Of the post; '' where there is none", example: 'Good morning!' })
  readonly body!: string;

  @ApiProperty({ format: 'date-time' })
  readonly timestamp!: string;

  @ApiProperty({ description: 'Not seen yet' })
  readonly unread!: boolean;

  @ApiProperty({ type: NotificationLinksJson })
  readonly _links!: NotificationLinksJson;
}

export class NotificationPageJson extends CursorPageJson(NotificationJson) {}

/** News in the names of the API. */
@Injectable()
export class NotificationJsonPresenter {
  constructor(
    private readonly views: PersonPresenter,
    private readonly people: UserJsonPresenter,
    private readonly urls: UrlFor,
  ) {}

  present({ id, kind, actor, body, postId, createdAt, isUnread }: NotificationRow): NotificationJson {
    return {
      id,
      kind,
      actor: this.people.person(this.views.present(actor)),
      body,
      timestamp: createdAt.toISOString(),
      unread: isUnread,
      _links: { post: postId === null ? null : this.urls.path('api.posts.show', { id: postId }) },
    };
  }
}
