import { Injectable } from '@nestjs/common';
import { UrlFor } from '../routing/url-for';
import { PersonPresenter, type PersonView } from '../users/person.presenter';
import type { NotificationKind } from './notification.entity';
import type { NotificationRow } from './notifications.repository';

export interface NotificationView {
  readonly id: number;
  readonly kind: NotificationKind;
  readonly actor: PersonView;
  /** What it is about: the post, the conversation, the person. */
  readonly url: string;
  /** Of the post; '' where there is none. */
  readonly body: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly isUnread: boolean;
}

@Injectable()
export class NotificationPresenter {
  constructor(
    private readonly people: PersonPresenter,
    private readonly urls: UrlFor,
  ) {}

  present({ actor, postId, createdAt, ...row }: NotificationRow): NotificationView {
    const { username } = actor;
    return {
      ...row,
      actor: this.people.present(actor),
      url:
        postId === null
          ? this.urls.path(row.kind === 'message' ? 'messages.conversation' : 'profiles.show', { username })
          : `${this.urls.path('posts.show', { id: postId })}#post-${postId}`,
      createdAt: createdAt.toISOString(),
    };
  }
}
