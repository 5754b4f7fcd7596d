import { Injectable } from '@nestjs/common';
import { In, LessThan, MoreThan, Not } from 'typeorm';
import type { Viewer } from '../common/viewer';
import { Database } from '../database/database';
import { Sql, toDate } from '../database/sql';
import type { TokenScope } from './api-token.entity';
import { RememberedBrowser } from './remembered-browser.entity';
import { Session } from './session.entity';

/** Who is behind a session or a token, and when they were last here. */
export interface SeenViewer {
  readonly viewer: Viewer;
  readonly lastSeenAt: Date | null;
  /** When the session or the token was last used, as far as that was written. */
  readonly lastUsedAt: Date | null;
}

interface ViewerRow extends Omit<Viewer, 'emailConfirmed'> {
  readonly emailConfirmedAt: Date | string | null;
  readonly expiresAt: Date | string;
  readonly lastSeenAt: Date | string | null;
  readonly lastUsedAt?: Date | string | null;
}

const BATCH = 500;

const VIEWER_COLUMNS = `u.id, u.username, u.email, u.role, u.email_confirmed_at AS emailConfirmedAt, u.last_seen_at AS lastSeenAt,
  u.following_count AS followingCount, u.unread_messages_count AS unreadMessages, u.unread_notifications_count AS unreadNotifications, o.locale, o.time_zone AS timeZone, o.theme`;

/** All SQL of sessions and remembered browsers. */
@Injectable()
export class SessionsRepository {
  constructor(
    private readonly sql: Sql,
    private readonly database: Database,
  ) {}

  /** Who is behind a session that has not expired: one statement, for it runs at every page. */
  async findViewer(id: string, now: Date): Promise<SeenViewer | null> {
    const [row] = await this.sql.all<ViewerRow>(
      `SELECT ${VIEWER_COLUMNS}, s.expires_at AS expiresAt, s.last_used_at AS lastUsedAt FROM session s JOIN \`user\` u ON u.id = s.user_id
       LEFT JOIN user_settings o ON o.user_id = u.id WHERE s.id = ?`,
      [id],
    );
    return row && toDate(row.expiresAt) > now ? seenViewer(row) : null;
  }

  /** Who is behind a token of the API that has not expired. */
  async findTokenViewer(tokenId: number, now: Date): Promise<(SeenViewer & { readonly scope: TokenScope }) | null> {
    const [row] = await this.sql.all<ViewerRow & { scope: TokenScope }>(
      `SELECT ${VIEWER_COLUMNS}, t.expires_at AS expiresAt, t.last_used_at AS lastUsedAt, t.scope FROM api_token t JOIN \`user\` u ON u.id = t.user_id
       LEFT JOIN user_settings o ON o.user_id = u.id WHERE t.id = ?`,
      [tokenId],
    );
    return row && toDate(row.expiresAt) > now ? { ...seenViewer(row), scope: row.scope } : null;
  }

  async insert(session: Omit<Session, 'user'>): Promise<void> {
    await this.database.manager.getRepository(Session).insert(session);
  }

  /** Ends a session and forgets the browser that it was remembered by. */
  async delete(id: string): Promise<void> {
    const sessions = this.database.manager.getRepository(Session);
    const session = await sessions.findOneBy({ id });
    if (!session) return;
    if (session.rememberedId !== null) await this.forget(session.rememberedId);
    await sessions.delete({ id });
  }

  async ownerOf(id: string): Promise<number | undefined> {
    return (await this.database.manager.getRepository(Session).findOneBy({ id }))?.userId;
  }

  findRemembered(id: string): Promise<RememberedBrowser | null> {
    return this.remembered.findOneBy({ id });
  }

  async remember(browser: Omit<RememberedBrowser, 'user'>): Promise<void> {
    await this.remembered.insert(browser);
  }

  /** Replaces the secret of a remembered browser. */
  async rotate({ id, secretHash }: RememberedBrowser, newHash: string, now: Date): Promise<void> {
    await this.remembered.update({ id }, { secretHash: newHash, previousHash: secretHash, rotatedAt: now });
  }

  /** Forgets a browser and ends every session that came from it. */
  async forget(id: string): Promise<void> {
    await this.database.manager.getRepository(Session).delete({ rememberedId: id });
    await this.remembered.delete({ id });
  }

  /** The sessions of somebody that have not expired, the oldest first, and the browsers that remember them. */
  livingOf(userId: number, now: Date): Promise<[Session[], RememberedBrowser[]]> {
    const living = { userId, expiresAt: MoreThan(now) };
    const sessions = this.database.manager.getRepository(Session).find({ where: living, order: { createdAt: 'ASC' } });
    return Promise.all([sessions, this.remembered.findBy(living)]);
  }

  async living(ids: readonly string[], now: Date): Promise<Set<string>> {
    const living = new Set<string>();
    for (let start = 0; start < ids.length; start += BATCH) {
      const where = { id: In(ids.slice(start, start + BATCH)), expiresAt: MoreThan(now) };
      for (const { id } of await this.database.manager.getRepository(Session).find({ select: { id: true }, where }))
        living.add(id);
    }
    return living;
  }

  async touch(id: string, ip: string, now: Date): Promise<void> {
    await this.database.manager.getRepository(Session).update({ id }, { lastUsedAt: now, ip });
  }

  /** Ends all but one, whose browser stays remembered. */
  async deleteOthersOf(userId: number, keptId: string): Promise<void> {
    const sessions = this.database.manager.getRepository(Session);
    const kept = await sessions.findOneBy({ id: keptId, userId });
    await sessions.delete({ userId, id: Not(keptId) });
    await this.remembered.delete({ userId, ...(kept?.rememberedId ? { id: Not(kept.rememberedId) } : {}) });
  }

  /** Forgets what has expired, so many rows of each table at a time. @returns whether there may be more */
  async deleteExpired(now: Date, limit: number): Promise<boolean> {
    const expired = { where: { expiresAt: LessThan(now) }, take: limit, select: { id: true } } as const;
    const sessions = await this.database.manager.getRepository(Session).find(expired);
    const browsers = await this.remembered.find(expired);
    if (sessions.length > 0) await this.database.manager.getRepository(Session).delete(sessions.map(({ id }) => id));
    if (browsers.length > 0) await this.remembered.delete(browsers.map(({ id }) => id));
    return Math.max(sessions.length, browsers.length) === limit;
  }

  async deleteAllOf(userId: number): Promise<void> {
    await this.database.manager.getRepository(Session).delete({ userId });
    await this.remembered.delete({ userId });
  }

  private get remembered() {
    return this.database.manager.getRepository(RememberedBrowser);
  }
}

function seenViewer({ lastSeenAt, lastUsedAt, emailConfirmedAt, ...row }: ViewerRow): SeenViewer {
  const { id, username, email, role, followingCount, unreadMessages, unreadNotifications, locale, timeZone, theme } = row;
  return {
    viewer: {
      id,
      username,
      email,
      emailConfirmed: emailConfirmedAt !== null,
      role,
      followingCount,
      unreadMessages,
      unreadNotifications,
      locale,
      timeZone,
      theme,
    },
    lastSeenAt: momentOf(lastSeenAt),
    lastUsedAt: momentOf(lastUsedAt ?? null),
  };
}

const momentOf = (value: Date | string | null): Date | null => (value === null ? null : toDate(value));
