import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import { type Cursor, type CursorPage, firstPage, seekOf, toCursorPage } from '../common/page';
import { Database } from '../database/database';
import { Sql, toDate } from '../database/sql';
import type { PersonFacts } from '../users/person.presenter';
import { isVisible } from '../users/users.repository';
import { Notification, type NotificationKind } from './notification.entity';

/** Which of somebody's notifications were seen: those up to an id, of one kind; else all. */
export interface Seen {
  readonly upTo?: number;
  readonly kind?: NotificationKind;
}

/** What unread notifications tell of: some posts, or the doings of somebody. */
export type UnreadAbout = { readonly postIds: readonly number[] } | { readonly actorId: number };

export interface NotificationRow {
  readonly id: number;
  readonly kind: NotificationKind;
  readonly actor: PersonFacts;
  readonly postId: number | null;
  /** '' where there is no post. */
  readonly body: string;
  readonly createdAt: Date;
  readonly isUnread: boolean;
}

interface RawNotification {
  readonly id: number;
  readonly kind: NotificationKind;
  readonly actor_id: number;
  readonly username: string;
  readonly email: string;
  readonly post_id: number | null;
  readonly body: string | null;
  readonly created_at: Date | string;
  readonly read_at: Date | string | null;
}

/** All SQL of the table `notification`. */
@Injectable()
export class NotificationsRepository {
  constructor(
    private readonly sql: Sql,
    private readonly database: Database,
  ) {}

  /** The newest first, without what came from people who are kept away since. */
  async page(userId: number, cursor: Cursor, limit: number): Promise<CursorPage<NotificationRow>> {
    const { past, order, from } = seekOf(cursor);
    const rows = await this.sql.all<RawNotification>(
      `SELECT n.id, n.kind, n.actor_id, u.username, u.email, n.post_id, p.body, n.created_at, n.read_at
       FROM notification n JOIN \`user\` u ON u.id = n.actor_id LEFT JOIN post p ON p.id = n.post_id
       WHERE n.user_id = ? AND n.id ${past} ? AND ${isVisible('u')}
         AND NOT EXISTS (SELECT 1 FROM restriction q WHERE q.person_id = n.user_id AND q.other_id = n.actor_id)
       ORDER BY n.id ${order} LIMIT ?`,
      [userId, from, limit + 1],
    );
    const behind = rows.length > 0 || (cursor !== firstPage && (await this.hasAny(userId)));
    return toCursorPage(rows.map(toRow), limit, cursor, ({ id }) => id, behind);
  }

  /** Whether this very thing was told before: who likes, unlikes and likes again is told of once. */
  exists({ userId, kind, actorId, postId }: Pick<Notification, 'userId' | 'kind' | 'actorId' | 'postId'>): Promise<boolean> {
    const same = { userId, kind, actorId, postId: postId ?? IsNull() };
    // Another message is news as soon as the last one was read.
    return this.notifications.existsBy(kind === 'message' ? { ...same, readAt: IsNull() } : same);
  }

  async insert(notification: Omit<Notification, 'id' | 'user' | 'actor' | 'post'>): Promise<void> {
    await this.notifications.insert(notification);
  }

  /** Id of the newest of somebody's notifications; 0 without any. */
  async newestId(userId: number): Promise<number> {
    return (await this.notifications.maximum('id', { userId })) ?? 0;
  }

  /** @returns how many were unread */
  async markRead(userId: number, { upTo, kind }: Seen, now: Date): Promise<number> {
    const unread = {
      userId,
      readAt: IsNull(),
      ...(upTo === undefined ? {} : { id: LessThanOrEqual(upTo) }),
      ...(kind === undefined ? {} : { kind }),
    };
    const { affected = 0 } = await this.notifications.update(unread, { readAt: now });
    return affected;
  }

  countUnread(userId: number): Promise<number> {
    return this.notifications.countBy({ userId, readAt: IsNull() });
  }

  unreadAbout(about: UnreadAbout, limit: number): Promise<Pick<Notification, 'id' | 'userId'>[]> {
    const told = 'actorId' in about ? { actorId: about.actorId } : { postId: In([...about.postIds]) };
    return this.notifications.find({ select: { id: true, userId: true }, where: { ...told, readAt: IsNull() }, take: limit });
  }

  /** Some of all that there are, the oldest first. */
  after(id: number, limit: number): Promise<Pick<Notification, 'id' | 'createdAt' | 'readAt'>[]> {
    const select = { id: true, createdAt: true, readAt: true };
    return this.notifications.find({ select, where: { id: MoreThan(id) }, order: { id: 'ASC' }, take: limit });
  }

  async delete(ids: readonly number[]): Promise<void> {
    if (ids.length > 0) await this.notifications.delete([...ids]);
  }

  private async hasAny(userId: number): Promise<boolean> {
    return (await this.sql.all('SELECT 1 FROM notification WHERE user_id = ? LIMIT 1', [userId])).length > 0;
  }

  private get notifications() {
    return this.database.manager.getRepository(Notification);
  }
}

const toRow = ({
  id,
  kind,
  actor_id,
  username,
  email,
  post_id,
  body,
  created_at,
  read_at,
}: RawNotification): NotificationRow => ({
  id,
  kind,
  actor: { id: actor_id, username, email },
  postId: post_id,
  body: body ?? '',
  createdAt: toDate(created_at),
  isUnread: read_at === null,
});
