import { Injectable } from '@nestjs/common';
import { type Cursor, type CursorPage, type NumberedPage, type PageNumber, readNumberedPage } from '../common/page';
import type { Viewer } from '../common/viewer';
import { SiteConfig } from '../config/site.config';
import { isPresent, type User } from '../users/user.entity';
import type { UserFacts } from '../users/user-json.presenter';
import { UsersRepository } from '../users/users.repository';
import { UserNotFound } from '../users/users.errors';
import { PeopleQueries, type PersonRow, type Profile, type Relation } from './people.queries';

/** People as shown: who they are, and how the reader stands to them. */
@Injectable()
export class ProfilesService {
  constructor(
    private readonly accounts: UsersRepository,
    private readonly people: PeopleQueries,
    private readonly site: SiteConfig,
  ) {}

  /** @throws UserNotFound */
  async get(username: string, viewer: Viewer): Promise<Profile> {
    const profile = await this.people.profile(username, viewer.id);
    if (!profile) throw new UserNotFound(username);
    return profile;
  }

  list(
    relation: Relation,
    user: Pick<User, 'id'>,
    viewer: Viewer,
    cursor: Cursor,
    limit = this.site.postsPerPage,
  ): Promise<CursorPage<PersonRow>> {
    return this.people.page(relation, user.id, viewer.id, cursor, limit);
  }

  /** The people around somebody, as many as the counters of that account say. */
  numbered(relation: Relation, { id, followersCount, followingCount }: User, at: PageNumber): Promise<NumberedPage<UserFacts>> {
    const total = relation === 'followers' ? followersCount : followingCount;
    return readNumberedPage(at, total, (start, limit) => this.people.numbered(relation, id, start, limit));
  }

  /** All accounts, the oldest first. */
  async everybody(at: PageNumber): Promise<NumberedPage<User>> {
    return readNumberedPage(at, await this.accounts.count(), async (start, limit) => {
      const items = await this.accounts.page(start, limit);
      return { items, last: items.at(-1)?.id };
    });
  }

  /** The accounts that came after one, the oldest first, and where to go on; null at the end. */
  async everybodyAfter(id: number, limit: number): Promise<{ users: User[]; next: Cursor | null }> {
    const found = await this.accounts.pageAfter(id, limit + 1);
    const users = found.slice(0, limit);
    const last = users.at(-1);
    return {
      users: users.filter(isPresent),
      next: last && found.length > limit ? { after: last.id } : null,
    };
  }
}
