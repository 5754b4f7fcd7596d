import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan, Not } from 'typeorm';
import type { PageStart } from '../common/page';
import { Database } from '../database/database';
import { Dependents } from '../database/dependents';
import { Sql, toDate } from '../database/sql';
import { keyOf, type Role, soughtKey, User } from './user.entity';
import { UserSettings } from './user-settings.entity';

type Counter = 'postsCount' | 'followersCount' | 'followingCount' | 'unreadMessagesCount' | 'unreadNotificationsCount';

export type NewUser = Pick<User, 'username' | 'email' | 'passwordHash' | 'createdAt'> &
  Partial<Pick<User, 'role' | 'emailConfirmedAt'>>;

export type ProfileChanges = Partial<Pick<User, 'username' | 'aboutMe'>>;

export type Entrance = Pick<User, 'passwordHash' | 'deletesAt'> & { readonly isSuspended: boolean };

/** In SQL: whether somebody is to be seen, who neither leaves nor is suspended. */
export const isVisible = (alias: string): string => `(${alias}.deletes_at IS NULL AND ${alias}.suspended_at IS NULL)`;

const VISIBLE = { deletesAt: IsNull(), suspendedAt: IsNull() };

/** All SQL of the tables `user` and `user_settings`. */
@Injectable()
export class UsersRepository {
  constructor(
    private readonly database: Database,
    private readonly sql: Sql,
    private readonly dependents: Dependents,
  ) {}

  findById(id: number): Promise<User | null> {
    return this.users.findOneBy({ id });
  }

  /** Finds regardless of case. */
  findByUsername(username: string): Promise<User | null> {
    return this.users.findOneBy({ usernameKey: soughtKey(username) });
  }

  /** Finds regardless of case. */
  findByEmail(email: string): Promise<User | null> {
    return this.users.findOneBy({ emailKey: soughtKey(email) });
  }

  /** Whom these names belong to, without those who are hidden. @param keys in the spelling of `keyOf` */
  async idsNamed(keys: readonly string[]): Promise<number[]> {
    if (keys.length === 0) return [];
    const where = { ...VISIBLE, usernameKey: In([...keys]) };
    return (await this.users.find({ select: { id: true }, where, order: { id: 'ASC' } })).map(({ id }) => id);
  }

  /** The oldest accounts first, without those that are hidden. Numbered: programs rely on `?page=`. */
  page({ offset, past }: PageStart, limit: number): Promise<User[]> {
    const from = past === undefined ? { where: VISIBLE, skip: offset } : { where: { ...VISIBLE, id: MoreThan(past) } };
    return this.users.find({ ...from, order: { id: 'ASC' }, take: limit });
  }

  /** The accounts that came after one, the oldest first: costs the same wherever it lies. */
  pageAfter(id: number, limit: number): Promise<User[]> {
    return this.users.find({ where: { id: MoreThan(id) }, order: { id: 'ASC' }, take: limit });
  }

  count(): Promise<number> {
    return this.users.countBy(VISIBLE);
  }

  /** @throws QueryFailedError when the name or the address is taken */
  async insert(user: NewUser): Promise<User> {
    const row = this.users.create({ ...user, usernameKey: keyOf(user.username), emailKey: keyOf(user.email) });
    await this.users.insert(row);
    return row;
  }

  /** @throws QueryFailedError when the name is taken */
  async updateProfile(id: number, { username, aboutMe }: ProfileChanges): Promise<void> {
    const changes = {
      ...(username === undefined ? {} : { username, usernameKey: keyOf(username) }),
      ...(aboutMe === undefined ? {} : { aboutMe }),
    };
    if (Object.keys(changes).length > 0) await this.users.update({ id }, changes);
  }

  /** @returns false when the hash is no longer what it was: of two who replace it at once, one does */
  async replacePasswordHash(id: number, was: string | null, passwordHash: string): Promise<boolean> {
    const { affected } = await this.users.update({ id, passwordHash: was ?? IsNull() }, { passwordHash });
    return affected === 1;
  }

  /** @throws QueryFailedError when the address is taken */
  async updateEmail(id: number, email: string, confirmedAt: Date): Promise<void> {
    await this.users.update({ id }, { email, emailKey: keyOf(email), emailConfirmedAt: confirmedAt });
  }

  /** What decides whether somebody may come in; until the end of the transaction nobody else changes it (SQLite locks all). */
  async lockEntrance(id: number): Promise<Entrance | null> {
    const lock = this.sql.dialect === 'mysql' ? ' FOR UPDATE' : '';
    const [row] = await this.sql.all<{ passwordHash: string | null; deletesAt: Date | string | null; isSuspended: number }>(
      `SELECT password_hash AS passwordHash, deletes_at AS deletesAt, suspended_at IS NOT NULL AS isSuspended FROM \`user\` WHERE id = ?${lock}`,
      [id],
    );
    if (!row) return null;
    const { passwordHash, deletesAt, isSuspended } = row;
    return { passwordHash, deletesAt: deletesAt === null ? null : toDate(deletesAt), isSuspended: Boolean(isSuspended) };
  }

  /**
   * Until the end of the transaction nobody else changes what belongs to these people, as far as it is counted with them. The lower id
   * first, so that nobody waits for somebody who waits for them. SQLite has one writer at a time anyway.
   */
  async lock(...ids: number[]): Promise<void> {
    if (this.sql.dialect !== 'mysql') return;
    for (const id of [...new Set(ids)].sort((a, b) => a - b)) {
      await this.sql.all('SELECT id FROM `user` WHERE id = ? FOR UPDATE', [id]);
    }
  }

  async updateRole(id: number, role: Role): Promise<void> {
    await this.users.update({ id }, { role });
  }

  async suspendedAmong(usernames: readonly string[]): Promise<ReadonlySet<string>> {
    if (usernames.length === 0) return new Set();
    const where = { usernameKey: In(usernames.map(keyOf)), suspendedAt: Not(IsNull()) };
    return new Set((await this.users.find({ select: { id: true, username: true }, where })).map(({ username }) => username));
  }

  /** @returns false when it is so already */
  async suspend(id: number, now: Date): Promise<boolean> {
    const { affected } = await this.users.update({ id, suspendedAt: IsNull() }, { suspendedAt: now });
    return affected === 1;
  }

  /** @returns false when it is so already */
  async unsuspend(id: number): Promise<boolean> {
    const { affected } = await this.users.update({ id, suspendedAt: Not(IsNull()) }, { suspendedAt: null });
    return affected === 1;
  }

  async updateDeletesAt(id: number, deletesAt: Date | null): Promise<void> {
    await this.users.update({ id }, { deletesAt });
  }

  /** Deletes all rows that belong to somebody, bit by bit, so that they may be deleted in little time. @throws when the signal aborts */
  async clear(id: number, signal: AbortSignal): Promise<void> {
    await this.dependents.deleteOf(User, [id], signal);
  }

  /** With all rows that belong to them alone. */
  async delete(id: number): Promise<void> {
    await this.users.delete({ id });
  }

  async updateLastSeen(id: number, at: Date): Promise<void> {
    await this.users.update({ id }, { lastSeenAt: at });
  }

  /** Adds to a counter in one atomic statement: reading it first would lose what another adds meanwhile. */
  async addTo(counter: Counter, id: number, amount: number): Promise<void> {
    await this.users.increment({ id }, counter, amount);
  }

  /** Sets a counter to what was counted, while the account is locked. */
  async set(counter: Counter, id: number, count: number): Promise<void> {
    await this.users.update({ id }, { [counter]: count });
  }

  findSettings(userId: number): Promise<UserSettings | null> {
    return this.database.manager.getRepository(UserSettings).findOneBy({ userId });
  }

  async saveSettings(userId: number, settings: Partial<Omit<UserSettings, 'userId' | 'user'>>): Promise<void> {
    await this.database.manager.getRepository(UserSettings).upsert({ userId, ...settings }, ['userId']);
  }

  private get users() {
    return this.database.manager.getRepository(User);
  }
}
