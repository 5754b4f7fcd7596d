import { Injectable } from '@nestjs/common';
import type { Cursor, CursorPage } from '../common/page';
import type { Viewer } from '../common/viewer';
import { SiteConfig } from '../config/site.config';
import { FollowService } from '../follow/follow.service';
import type { User } from '../users/user.entity';
import { UsersService } from '../users/users.service';
import { PeopleQueries, type PersonRow, type Relation } from './people.queries';

/** A person as somebody else sees them. */
export interface Profile {
  readonly user: User;
  readonly isFollowing: boolean;
}

/** People as shown: who they are, and how the reader stands to them. */
@Injectable()
export class ProfilesService {
  constructor(
    private readonly users: UsersService,
    private readonly follows: FollowService,
    private readonly people: PeopleQueries,
    private readonly site: SiteConfig,
  ) {}

  /** @throws UserNotFound */
  async get(username: string, viewer: Viewer): Promise<Profile> {
    const user = await this.users.getByUsername(username);
    return { user, isFollowing: user.id !== viewer.id && (await this.follows.isFollowing(viewer.id, user.id)) };
  }

  list(
    relation: Relation,
    user: User,
    viewer: Viewer,
    cursor: Cursor,
    limit = this.site.postsPerPage,
  ): Promise<CursorPage<PersonRow>> {
    return this.people.page(relation, user.id, viewer.id, cursor, limit);
  }
}
