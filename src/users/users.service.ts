import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock';
import type { DomainError } from '../common/domain-error';
import { InvalidInput } from '../common/input';
import { type Precondition, unconditionally } from '../common/precondition';
import type { Viewer } from '../common/viewer';
import { SecurityConfig } from '../config/security.config';
import { SiteConfig } from '../config/site.config';
import { Database } from '../database/database';
import { Transaction } from '../database/transaction';
import type { UpdateAccountDto } from './dto/update-account.dto';
import { EmailChanges } from './email-changes.port';
import { PasswordsService } from './passwords.service';
import { isPresent, type Role, type User } from './user.entity';
import type { UserSettings } from './user-settings.entity';
import { AccountSuspended, EmailTaken, NotYourAccount, RegistrationClosed, UsernameTaken, UserNotFound } from './users.errors';
import { canEdit } from './users.policy';
import { UsersRepository } from './users.repository';

export interface NewAccount {
  readonly username: string;
  readonly email: string;
  readonly password: string;
  readonly role?: Role;
}

const LAST_SEEN_EVERY_MS = 60_000;

/** Who has an account, and what they say of themselves. */
@Injectable()
export class UsersService {
  constructor(
    private readonly users: UsersRepository,
    private readonly passwords: PasswordsService,
    private readonly transaction: Transaction,
    private readonly database: Database,
    private readonly security: SecurityConfig,
    private readonly site: SiteConfig,
    private readonly emails: EmailChanges,
    private readonly clock: Clock,
  ) {}

  find(id: number): Promise<User | null> {
    return this.users.findById(id);
  }

  /** @throws UserNotFound also for somebody who leaves or is suspended */
  async get(id: number): Promise<User> {
    return present(await this.users.findById(id)) ?? orThrow(id);
  }

  /** Finds regardless of case. @throws UserNotFound also for somebody who leaves or is suspended */
  async getByUsername(username: string): Promise<User> {
    return present(await this.users.findByUsername(username)) ?? orThrow(username);
  }

  /** The same for those from whom nobody hides. @throws UserNotFound */
  async getAny(id: number): Promise<User> {
    return (await this.users.findById(id)) ?? orThrow(id);
  }

  /** The same for operators, from whom nobody hides. @throws UserNotFound */
  async getAnyByUsername(username: string): Promise<User> {
    return (await this.users.findByUsername(username)) ?? orThrow(username);
  }

  /**
   * An account that its owner asks for.
   *
   * @param also is done in the transaction that makes it
   * @throws RegistrationClosed, InvalidInput for what is taken
   */
  async register(account: NewAccount, also: (user: User) => Promise<void>): Promise<User> {
    if (this.security.registration === 'closed') throw new RegistrationClosed();
    return this.insert({ ...account, emailConfirmedAt: null }, also);
  }

  /** An account, also where registration is closed: for operators, who know whose address it is. @throws InvalidInput for what is taken */
  async create(account: NewAccount): Promise<User> {
    return this.insert({ ...account, emailConfirmedAt: this.clock.now() });
  }

  /** What is undefined stays as it is; an address changes when it is confirmed. @throws UserNotFound, NotYourAccount, UsernameTaken */
  async updateProfile(
    id: number,
    { username, email, about_me: aboutMe }: Partial<UpdateAccountDto>,
    viewer: Viewer,
    precondition: Precondition = unconditionally,
  ): Promise<void> {
    const user = await this.get(id);
    if (!canEdit(viewer, user)) throw new NotYourAccount();
    const isNewEmail = email !== undefined && email !== user.email;
    // It asks Redis, which no transaction waits for.
    if (isNewEmail) await this.emails.allow(email);
    await this.claiming(async () => {
      await this.users.lock(id);
      await precondition();
      await this.users.updateProfile(id, { username, aboutMe });
      if (isNewEmail) await this.emails.request(user, email, this.localeOf(viewer));
    });
  }

  /** The address of an account is this one, and its owner has said so. @throws EmailTaken */
  async confirmEmail(id: number, email: string): Promise<void> {
    await this.claiming(() => this.users.updateEmail(id, email, this.clock.now()));
  }

  async changeRole(id: number, role: Role): Promise<void> {
    await this.users.updateRole(id, role);
  }

  /** Those that were never chosen are the usual ones. */
  async settingsOf(id: number): Promise<Pick<UserSettings, 'locale' | 'timeZone' | 'theme'>> {
    return (await this.users.findSettings(id)) ?? { locale: null, timeZone: null, theme: 'auto' };
  }

  async changeSettings(
    id: number,
    settings: Partial<Omit<UserSettings, 'userId' | 'user'>>,
    precondition: Precondition = unconditionally,
  ): Promise<void> {
    await this.transaction.run(async () => {
      await this.users.lock(id);
      await precondition();
      await this.users.saveSettings(id, settings);
    });
  }

  /**
   * Admits somebody whose proof was checked, unless the password has changed since: that ended all that the old one had opened. Signing in
   * takes back a deletion that was asked for, until its day. Call it in the transaction that opens the session.
   *
   * @throws AccountSuspended
   */
  async admit({ id, passwordHash }: Pick<User, 'id' | 'passwordHash'>): Promise<boolean> {
    const entrance = await this.users.lockEntrance(id);
    if (!entrance || entrance.passwordHash !== passwordHash) return false;
    if (entrance.isSuspended) throw new AccountSuspended();
    if (entrance.deletesAt === null) return true;
    if (entrance.deletesAt <= this.clock.now()) return false;
    await this.users.updateDeletesAt(id, null);
    return true;
  }

  /**
   * Until the end of the transaction nobody else lets these people in or out. Whoever begins a session or ends some has to call it: a
   * session that begins while others end would outlive them.
   */
  async lock(id: number): Promise<void> {
    await this.users.lock(id);
  }

  /** Whether the last day of somebody who leaves is over. From then on nobody is admitted. */
  isGone(id: number): Promise<boolean> {
    return this.transaction.run(async () => {
      const entrance = await this.users.lockEntrance(id);
      return entrance !== null && entrance.deletesAt !== null && entrance.deletesAt <= this.clock.now();
    });
  }

  /** Notes a visit, at most once a minute: a page that only reads must not cost a write each time. */
  async seen(id: number, lastSeenAt: Date | null): Promise<void> {
    const now = this.clock.now();
    if (lastSeenAt && now.getTime() - lastSeenAt.getTime() < LAST_SEEN_EVERY_MS) return;
    await this.users.updateLastSeen(id, now);
  }

  private async insert(
    { username, email, password, role, emailConfirmedAt }: NewAccount & Pick<User, 'emailConfirmedAt'>,
    also: (user: User) => Promise<void> = () => Promise.resolve(),
  ): Promise<User> {
    // Before the transaction: hashing takes longer than all the rest.
    const passwordHash = await this.passwords.hash(password);
    const createdAt = this.clock.now();
    try {
      return await this.claiming(async () => {
        const user = await this.users.insert({ username, email, passwordHash, role, emailConfirmedAt, createdAt });
        await also(user);
        return user;
      });
    } catch (error) {
      if (error instanceof UsernameTaken || error instanceof EmailTaken) await this.refuseTaken(username, email);
      throw error;
    }
  }

  /** All that is taken at once: the index that was looked at first knows of one thing only. */
  private async refuseTaken(username: string, email: string): Promise<void> {
    const [byName, byEmail] = [await this.users.findByUsername(username), await this.users.findByEmail(email)];
    const of = ({ code }: DomainError) => [{ key: `errors.${code}` as const }];
    // Whoever had it may have left in between.
    if (!byName && !byEmail) return;
    throw new InvalidInput({
      ...(byName ? { username: of(new UsernameTaken()) } : {}),
      ...(byEmail ? { email: of(new EmailTaken()) } : {}),
    });
  }

  private localeOf({ locale }: Viewer): string {
    return locale ?? this.site.defaultLanguage;
  }

  /** Runs what claims a name or an address; of two who claim the same at once, the unique index lets one through. */
  private async claiming<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.transaction.run(work);
    } catch (error) {
      switch (this.database.duplicateColumn(error)) {
        case 'username_key':
          throw new UsernameTaken();
        case 'email_key':
          throw new EmailTaken();
        default:
          throw error;
      }
    }
  }
}

const present = (user: User | null): User | null => (user && isPresent(user) ? user : null);

function orThrow(whom: string | number): never {
  throw new UserNotFound(whom);
}
