import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock';
import type { Viewer } from '../common/viewer';
import { SecurityConfig } from '../config/security.config';
import { Database } from '../database/database';
import { Transaction } from '../database/transaction';
import type { UpdateAccountDto } from './dto/update-account.dto';
import { PasswordsService } from './passwords.service';
import type { Role, User } from './user.entity';
import type { UserSettings } from './user-settings.entity';
import { EmailTaken, NotYourAccount, RegistrationClosed, UsernameTaken, UserNotFound } from './users.errors';
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
    private readonly clock: Clock,
  ) {}

  /** @throws UserNotFound */
  async get(id: number): Promise<User> {
    return (await this.users.findById(id)) ?? orThrow(id);
  }

  /** Finds regardless of case. @throws UserNotFound */
  async getByUsername(username: string): Promise<User> {
    return (await this.users.findByUsername(username)) ?? orThrow(username);
  }

  /** An account that its owner asks for. @throws RegistrationClosed, UsernameTaken, EmailTaken */
  async register(account: NewAccount): Promise<User> {
    if (this.security.registration === 'closed') throw new RegistrationClosed();
    return this.create(account);
  }

  /** An account, also where registration is closed: for operators. @throws UsernameTaken, EmailTaken */
  async create({ username, email, password, role }: NewAccount): Promise<User> {
    // Before the transaction: hashing takes longer than all the rest.
    const passwordHash = await this.passwords.hash(password);
    return this.claiming(() => this.users.insert({ username, email, passwordHash, role, createdAt: this.clock.now() }));
  }

  /** What is undefined stays as it is. @throws UserNotFound, NotYourAccount, UsernameTaken, EmailTaken */
  async updateProfile(
    id: number,
    { username, email, about_me: aboutMe }: Partial<UpdateAccountDto>,
    viewer: Viewer,
  ): Promise<void> {
    if (!canEdit(viewer, await this.get(id))) throw new NotYourAccount();
    await this.claiming(() => this.users.updateProfile(id, { username, email, aboutMe }));
  }

  async changeRole(id: number, role: Role): Promise<void> {
    await this.users.updateRole(id, role);
  }

  async changeSettings(id: number, settings: Partial<Pick<UserSettings, 'locale' | 'theme'>>): Promise<void> {
    await this.users.saveSettings(id, settings);
  }

  /** Notes a visit, at most once a minute: a page that only reads must not cost a write each time. */
  async seen(id: number, lastSeenAt: Date | null): Promise<void> {
    const now = this.clock.now();
    if (lastSeenAt && now.getTime() - lastSeenAt.getTime() < LAST_SEEN_EVERY_MS) return;
    await this.users.updateLastSeen(id, now);
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

function orThrow(whom: string | number): never {
  throw new UserNotFound(whom);
}
