import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock';
import type { Cursor, CursorPage } from '../common/page';
import { type Precondition, unconditionally } from '../common/precondition';
import { SiteConfig } from '../config/site.config';
import { Transaction } from '../database/transaction';
import { RestrictionsService } from '../restrictions/restrictions.service';
import { UsersRepository } from '../users/users.repository';
import { UsersService } from '../users/users.service';
import { LiveValues } from './live/live-values.service';
import { type Notification, NOTIFICATION_KINDS, type NotificationKind } from './notification.entity';
import { type NotificationRow, NotificationsRepository, type Seen, type UnreadAbout } from './notifications.repository';

/** So long a notification that was read is kept. */
export const READ_KEPT_DAYS = 365;

const DAY_MS = 24 * 60 * 60 * 1000;
const BATCH = 1_000;

export type News = Pick<Notification, 'userId' | 'kind' | 'actorId' | 'postId'>;

/** What waits for people: that somebody follows them, speaks to them, likes what they said. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly notifications: NotificationsRepository,
    private readonly users: UsersRepository,
    private readonly people: UsersService,
    private readonly restrictions: RestrictionsService,
    private readonly live: LiveValues,
    private readonly transaction: Transaction,
    private readonly site: SiteConfig,
    private readonly clock: Clock,
  ) {}

  page(userId: number, cursor: Cursor, limit = this.site.postsPerPage): Promise<CursorPage<NotificationRow>> {
    return this.notifications.page(userId, cursor, limit);
  }

  /** Tells somebody, unless it is their own doing, they know already, want no such news, or keep that person away. */
  async tell(news: News): Promise<void> {
    const { userId, actorId, kind } = news;
    if (userId === actorId) return;
    await this.transaction.run(async () => {
      await this.users.lock(userId);
      if (!(await this.isWelcome(userId, actorId, kind)) || (await this.notifications.exists(news))) return;
      await this.notifications.insert({ ...news, createdAt: this.clock.now(), readAt: null });
      await this.users.addTo('unreadNotificationsCount', userId, 1);
      await this.showCount(userId);
    });
  }

  /** The same to all who are named, as far as they exist. @param names in the spelling by which names are compared */
  async tellNamed(names: readonly string[], news: Omit<News, 'userId'>, except: readonly (number | null)[]): Promise<void> {
    for (const userId of await this.users.idsNamed(names)) {
      if (!except.includes(userId)) await this.tell({ ...news, userId });
    }
  }

  /** A page that its owner looks at: what is on it, and older, is not new any more; what comes meanwhile is. */
  async open(userId: number, cursor: Cursor): Promise<CursorPage<NotificationRow>> {
    const upTo = await this.notifications.newestId(userId);
    // Read before it is marked: what is new must look new.
    const page = await this.page(userId, cursor);
    await this.markRead(userId, { upTo });
    return page;
  }

  /** Those up to an id were seen; or what news of one kind told of was seen elsewhere. */
  async markRead(userId: number, seen: Seen = {}): Promise<void> {
    await this.transaction.run(async () => {
      await this.users.lock(userId);
      if ((await this.notifications.markRead(userId, seen, this.clock.now())) === 0 && seen.kind !== undefined) return;
      await this.recount(userId);
    });
  }

  /** Takes back what nobody has read yet, of posts or of a person that go: it would go with them, and be counted for ever. */
  async takeBack(about: UnreadAbout): Promise<void> {
    for (;;) {
      const some = await this.notifications.unreadAbout(about, BATCH);
      if (some.length === 0) return;
      // In one order, so that nobody waits for somebody who waits for them.
      for (const userId of [...new Set(some.map((one) => one.userId))].sort((a, b) => a - b)) {
        await this.transaction.run(async () => {
          await this.users.lock(userId);
          await this.notifications.delete(some.filter((one) => one.userId === userId).map(({ id }) => id));
          await this.recount(userId);
        });
      }
    }
  }

  /**
   * Forgets what happened more than a year ago, if it was read. The older the lower the id: the young ones need no look, nor the
   * table another index.
   *
   * @throws when the signal aborts
   */
  async tidy(signal: AbortSignal): Promise<void> {
    const since = new Date(this.clock.now().getTime() - READ_KEPT_DAYS * DAY_MS);
    for (let after = 0; ;) {
      signal.throwIfAborted();
      const some = await this.notifications.after(after, BATCH);
      const old = some.filter(({ createdAt }) => createdAt < since);
      await this.notifications.delete(old.filter(({ readAt }) => readAt !== null).map(({ id }) => id));
      if (old.length < BATCH) return;
      after = old.at(-1)?.id ?? after;
    }
  }

  /** Of which kinds somebody wants to hear. */
  async wanted(userId: number): Promise<ReadonlySet<NotificationKind>> {
    const settings = await this.users.findSettings(userId);
    const unwanted = settings?.unwantedNotifications.split(',') ?? [];
    return new Set(NOTIFICATION_KINDS.filter((kind) => !unwanted.includes(kind)));
  }

  async choose(
    userId: number,
    wanted: ReadonlySet<NotificationKind>,
    precondition: Precondition = unconditionally,
  ): Promise<void> {
    const unwanted = NOTIFICATION_KINDS.filter((kind) => !wanted.has(kind));
    await this.people.changeSettings(userId, { unwantedNotifications: unwanted.join(',') }, precondition);
  }

  private async isWelcome(userId: number, actorId: number, kind: NotificationKind): Promise<boolean> {
    const { mutes, blocks, isBlocked } = await this.restrictions.between(userId, actorId);
    return !mutes && !blocks && !isBlocked && (await this.wanted(userId)).has(kind);
  }

  private async recount(userId: number): Promise<void> {
    await this.users.set('unreadNotificationsCount', userId, await this.notifications.countUnread(userId));
    await this.showCount(userId);
  }

  private async showCount(userId: number): Promise<void> {
    const user = await this.users.findById(userId);
    await this.live.set(userId, 'unread_notification_count', user?.unreadNotificationsCount ?? 0);
  }
}
