import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { CursorPageJson } from '../api/page-json';
import type { Viewer } from '../common/viewer';
import { UrlFor } from '../routing/url-for';
import { PersonJson, UserJsonPresenter } from '../users/user-json.presenter';
import { MessagePresenter } from './message.presenter';
import type { MessageRow } from './messages.repository';

export class MessageLinksJson {
  @ApiProperty({ format: 'uri-reference', example: '/api/messages/1' })
  readonly self!: string;
}

/** A private message as the API tells it to one of the two. */
export class MessageJson {
  @ApiProperty({ type: 'integer', minimum: 1, example: 1 })
  readonly id!: number;

  @ApiProperty({ example: 'Shall we meet at noon?' })
  readonly body!: string;

  @ApiProperty({ format: 'date-time' })
  readonly timestamp!: string;

  @ApiProperty({ type: PersonJson })
  readonly sender!: PersonJson;

  @ApiProperty({ type: PersonJson })
  readonly recipient!: PersonJson;

  @ApiProperty({ description: 'It came, and was not opened yet' })
  readonly unread!: boolean;

  @ApiProperty({ type: MessageLinksJson })
  readonly _links!: MessageLinksJson;
}

export class MessagePageJson extends CursorPageJson(MessageJson) {}

/** The view of a message in the names of the API. */
@Injectable()
export class MessageJsonPresenter {
  constructor(
    private readonly messages: MessagePresenter,
    private readonly people: UserJsonPresenter,
    private readonly urls: UrlFor,
  ) {}

  present(row: MessageRow, owner: Viewer): MessageJson {
    const { id, body, createdAt, sender, recipient, isUnread } = this.messages.present(row, owner);
    return {
      id,
      body,
      timestamp: createdAt,
      sender: this.people.person(sender),
      recipient: this.people.person(recipient),
      unread: isUnread,
      _links: { self: this.urls.path('api.messages.show', { id }) },
    };
  }
}
