import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus } from '../events/event-bus';
import { ExportProgressed } from '../export/events/export-progressed.event';
import { PersonFollowed } from '../follow/events/person-followed.event';
import { MessageSent } from '../messages/events/message-sent.event';
import { MessagesRead } from '../messages/events/messages-read.event';
import { PostEdited } from '../posts/events/post-edited.event';
import { PostLiked } from '../posts/events/post-liked.event';
import { PostPublished } from '../posts/events/post-published.event';
import { PostReposted } from '../posts/events/post-reposted.event';
import { PostsDeleted } from '../posts/events/posts-deleted.event';
import { PersonDeleted } from '../users/events/person-deleted.event';
import { UsersRepository } from '../users/users.repository';
import { LiveValues } from './live/live-values.service';
import { NotificationsService } from './notifications.service';

/** Hears what happens and writes, in the same transaction, what it means for whom. */
@Injectable()
export class NotificationListeners implements OnModuleInit {
  constructor(
    private readonly events: EventBus,
    private readonly notifications: NotificationsService,
    private readonly users: UsersRepository,
    private readonly live: LiveValues,
  ) {}

  onModuleInit(): void {
    this.events.within(PersonFollowed, ({ followerId, followedId }) =>
      this.notifications.tell({ userId: followedId, kind: 'follow', actorId: followerId, postId: null }),
    );
    this.events.within(PostLiked, ({ postId, authorId, userId }) =>
      this.notifications.tell({ userId: authorId, kind: 'like', actorId: userId, postId }),
    );
    this.events.within(PostReposted, ({ postId, authorId, userId }) =>
      this.notifications.tell({ userId: authorId, kind: 'repost', actorId: userId, postId }),
    );
    this.events.within(PostPublished, (event) => this.published(event));
    this.events.within(PostEdited, (event) => this.edited(event));
    this.events.within(PostsDeleted, ({ postIds }) => this.notifications.takeBack({ postIds }));
    this.events.within(PersonDeleted, ({ userId }) => this.notifications.takeBack({ actorId: userId }));
    this.events.within(MessageSent, (event) => this.sent(event));
    this.events.within(MessagesRead, (event) => this.read(event));
    this.events.within(ExportProgressed, ({ userId, exportId, progress, state }) =>
      this.live.set(userId, 'task_progress', { task_id: exportId, progress, state }),
    );
  }

  private async published({ postId, authorId, mentions, answeredId }: PostPublished): Promise<void> {
    if (answeredId !== null) await this.notifications.tell({ userId: answeredId, kind: 'reply', actorId: authorId, postId });
    await this.notifications.tellNamed(mentions, { kind: 'mention', actorId: authorId, postId }, [authorId, answeredId]);
  }

  /** Whom it speaks to only now. */
  private async edited({ postId, authorId, mentions }: PostEdited): Promise<void> {
    await this.notifications.tellNamed(mentions, { kind: 'mention', actorId: authorId, postId }, [authorId]);
  }

  private async sent({ senderId, recipientId }: MessageSent): Promise<void> {
    await this.notifications.tell({ userId: recipientId, kind: 'message', actorId: senderId, postId: null });
    await this.showUnreadMessages(recipientId);
  }

  /** That there were messages is no news any more when all of them were read. */
  private async read({ ownerId }: MessagesRead): Promise<void> {
    if ((await this.showUnreadMessages(ownerId)) === 0) await this.notifications.markRead(ownerId, { kind: 'message' });
  }

  private async showUnreadMessages(ownerId: number): Promise<number> {
    const count = (await this.users.findById(ownerId))?.unreadMessagesCount ?? 0;
    await this.live.set(ownerId, 'unread_message_count', count);
    return count;
  }
}
