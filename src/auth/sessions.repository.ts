import { Injectable } from '@nestjs/common';
import type { Viewer } from '../common/viewer';
import { Database } from '../database/database';
import { Sql, toDate } from '../database/sql';
import { RememberedBrowser } from './remembered-browser.entity';
import { Session } from './session.entity';

/** Who is behind a session or a token, and when they were last here. */
export interface SeenViewer {
  readonly viewer: Viewer;
  readonly lastSeenAt: Date | null;
}

interface ViewerRow extends Omit<Viewer, 'emailConfirmed'> {
  readonly emailConfirmedAt: Date | string | null;
  readonly expiresAt: Date | string;
  readonly lastSeenAt: Date | string | null;
}

const VIEWER_COLUMNS = `u.id, u.username, u.email, u.role, u.email_confirmed_at AS emailConfirmedAt, u.last_seen_at AS lastSeenAt, o.locale, o.theme`;

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
      `SELECT ${VIEWER_COLUMNS}, s.expires_at AS expiresAt FROM session s JOIN \`user\` u ON u.id = s.user_id
       LEFT JOIN user_settings o ON o.user_id = u.id WHERE s.id = ?`,
      [id],
    );
    return row && toDate(row.expiresAt) > now ? seenViewer(row) : null;
  }

  /** Who is behind a token of the API that has not expired. */
  async findTokenViewer(tokenId: number, now: Date): Promise<Viewer | null> {
    const [row] = await this.sql.all<ViewerRow>(
      `SELECT ${VIEWER_COLUMNS}, t.expires_at AS expiresAt FROM api_token t JOIN \`user\` u ON u.id = t.user_id
       LEFT JOIN user_settings o ON o.user_id = u.id WHERE t.id = ?`,
      [tokenId],
    );
    return row && toDate(row.expiresAt) > now ? seenViewer(row).viewer : null;
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

  findRemembered(id: string): Promise<RememberedBrowser | null> {
    return this.remembered.findOneBy({ id });
  }

  async remember(browser: Omit<RememberedBrowser, 'user'>): Promise<void> {
    await this.remembered.insert(browser);
  }

  /**
   * Replaces the secret of a remembered browser, unless somebody was faster.
   *
   * @returns whether this call replaced it
   */
  async rotate({ id, secretHash }: RememberedBrowser, newHash: string, now: Date): Promise<boolean> {
    const { affected } = await this.remembered.update(
      { id, secretHash },
      { secretHash: newHash, previousHash: secretHash, rotatedAt: now },
    );
    return affected === 1;
  }

  /** Forgets a browser and ends every session that came from it. */
  async forget(id: string): Promise<void> {
    await this.database.manager.getRepository(Session).delete({ rememberedId: id });
    await this.remembered.delete({ id });
  }

  async deleteAllOf(userId: number): Promise<void> {
    await this.database.manager.getRepository(Session).delete({ userId });
    await this.remembered.delete({ userId });
  }

  private get remembered() {
    return this.database.manager.getRepository(RememberedBrowser);
  }
}

function seenViewer({ id, username, email, emailConfirmedAt, role, locale, theme, lastSeenAt }: ViewerRow): SeenViewer {
  const emailConfirmed = emailConfirmedAt !== null;
  return {
    viewer: { id, username, email, emailConfirmed, role, locale, theme },
    lastSeenAt: lastSeenAt === null ? null : toDate(lastSeenAt),
  };
}
