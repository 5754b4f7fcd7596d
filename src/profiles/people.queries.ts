import { Injectable } from '@nestjs/common';
import { BEYOND_ALL, type Cursor, type CursorPage, type PageStart, seekOf, type Stretch, toCursorPage } from '../common/page';
import { Sql, toDate } from '../database/sql';
import type { RestrictionKind } from '../restrictions/restriction.entity';
import type { Distance } from '../restrictions/restrictions.service';
import type { PersonFacts } from '../users/person.presenter';
import { soughtKey } from '../users/user.entity';
import { isVisible } from '../users/users.repository';
import type { UserFacts } from '../users/user-json.presenter';

/** Somebody in a list of people, and whether the reader follows them. */
export interface PersonRow extends PersonFacts {
  readonly aboutMe: string;
  readonly isFollowing: boolean;
}

/** How a reader stands to somebody. */
export interface Standing extends Distance {
  readonly isFollowing: boolean;
}

/** A person as somebody else sees them. */
export interface Profile {
  readonly user: UserFacts & { readonly createdAt: Date };
  readonly standing: Standing;
}

type RawPerson = Omit<PersonRow, 'isFollowing'> & { readonly isFollowing: number };

export type Relation = 'followers' | 'following';

/** By relation: the column of the person whose list it is, and the column of those in the list. */
const COLUMNS = {
  followers: { owner: 'followed_id', listed: 'follower_id' },
  following: { owner: 'follower_id', listed: 'followed_id' },
} as const;

/** Who follows somebody, and whom somebody follows; the youngest accounts first. */
@Injectable()
export class PeopleQueries {
  constructor(private readonly sql: Sql) {}

  async page(
    relation: Relation,
    ownerId: number,
    viewerId: number,
    cursor: Cursor,
    limit: number,
  ): Promise<CursorPage<PersonRow>> {
    const { owner, listed } = COLUMNS[relation];
    const { past, order, from } = seekOf(cursor);
    const rows = await this.sql.all<RawPerson>(
      `SELECT u.id, u.username, u.email, u.about_me AS aboutMe, ${IS_FOLLOWING}
       FROM follow f JOIN \`user\` u ON u.id = f.${listed}
       WHERE f.${owner} = ? AND f.${listed} ${past} ? AND ${isVisible('u')} ORDER BY f.${listed} ${order} LIMIT ?`,
      [viewerId, ownerId, from, limit + 1],
    );
    return toCursorPage(rows.map(toPersonRow), limit, cursor, ({ id }) => id);
  }

  /** Somebody by their name, regardless of case, and how a reader stands to them. One statement: each profile begins with it. */
  async profile(username: string, viewerId: number): Promise<Profile | null> {
    const [row] = await this.sql.all<RawProfile>(
      `SELECT ${USER_COLUMNS}, u.created_at AS createdAt, ${isVisible('u')} AS isVisible, ${IS_FOLLOWING},
        (SELECT GROUP_CONCAT(q.kind) FROM restriction q WHERE q.person_id = ? AND q.other_id = u.id) AS restrictions
       FROM \`user\` u WHERE u.username_key = ?`,
      [viewerId, viewerId, soughtKey(username)],
    );
    if (!row?.isVisible) return null;
    const { isFollowing, restrictions, createdAt, ...user } = row;
    const kinds = restrictions?.split(',') ?? [];
    return {
      user: { ...toUserFacts(user), createdAt: toDate(createdAt) },
      standing: {
        isFollowing: Boolean(isFollowing),
        mutes: kinds.includes('mute' satisfies RestrictionKind),
        blocks: kinds.includes('block' satisfies RestrictionKind),
        isBlocked: kinds.includes('blocked' satisfies RestrictionKind),
      },
    };
  }

  /** The same people whole, by number. Skipping reads the index alone: the accounts are joined to what is left. */
  async numbered(relation: Relation, ownerId: number, { offset, past }: PageStart, limit: number): Promise<Stretch<UserFacts>> {
    const { owner, listed } = COLUMNS[relation];
    const rows = await this.sql.all<RawUser>(
      `SELECT ${USER_COLUMNS}, ${isVisible('u')} AS isVisible
       FROM (SELECT ${listed} AS id FROM follow WHERE ${owner} = ? AND ${listed} < ? ORDER BY ${listed} DESC LIMIT ? OFFSET ?) l
       JOIN \`user\` u ON u.id = l.id ORDER BY u.id DESC`,
      [ownerId, past ?? BEYOND_ALL, limit, past === undefined ? offset : 0],
    );
    return { items: rows.filter(({ isVisible: shown }) => Boolean(shown)).map(toUserFacts), last: rows.at(-1)?.id };
  }
}

const IS_FOLLOWING = 'EXISTS (SELECT 1 FROM follow m WHERE m.follower_id = ? AND m.followed_id = u.id) AS isFollowing';

type RawUser = Omit<UserFacts, 'lastSeenAt'> & { readonly lastSeenAt: Date | string | null; readonly isVisible: number };

type RawProfile = RawUser & {
  readonly createdAt: Date | string;
  readonly isFollowing: number;
  readonly restrictions: string | null;
};

const toUserFacts = ({ isVisible: _, lastSeenAt, ...row }: RawUser): UserFacts => ({
  ...row,
  lastSeenAt: lastSeenAt === null ? null : toDate(lastSeenAt),
});

const USER_COLUMNS = `u.id, u.username, u.email, u.about_me AS aboutMe, u.last_seen_at AS lastSeenAt,
  u.posts_count AS postsCount, u.followers_count AS followersCount, u.following_count AS followingCount`;

const toPersonRow = (row: RawPerson): PersonRow => ({ ...row, isFollowing: Boolean(row.isFollowing) });
