import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { CursorPageJson, NumberedPageJson } from '../api/page-json';
import { UrlFor } from '../routing/url-for';
import { PersonPresenter, type PersonView } from './person.presenter';
import type { User } from './user.entity';

const AVATAR_PIXELS = 128;

export class PersonLinksJson {
  @ApiProperty({ format: 'uri-reference', example: '/api/users/1' })
  readonly self!: string;

  @ApiProperty({ format: 'uri-reference', example: '/avatar/1.svg?s=128' })
  readonly avatar!: string;
}

/** A person as the API shows them beside what they wrote. */
export class PersonJson {
  @ApiProperty({ type: 'integer', minimum: 1, example: 1 })
  readonly id!: number;

  @ApiProperty({ example: 'susan' })
  readonly username!: string;

  @ApiProperty({ type: PersonLinksJson })
  readonly _links!: PersonLinksJson;
}

export class UserLinksJson extends PersonLinksJson {
  @ApiProperty({ format: 'uri-reference', example: '/api/users/1/followers' })
  readonly followers!: string;

  @ApiProperty({ format: 'uri-reference', example: '/api/users/1/following' })
  readonly following!: string;

  @ApiProperty({ format: 'uri-reference', example: '/api/users/1/posts' })
  readonly posts!: string;
}

/** A person as the API shows them. Never the e-mail address, not even one's own. */
export class UserJson {
  @ApiProperty({ type: 'integer', minimum: 1, example: 1 })
  readonly id!: number;

  @ApiProperty({ example: 'susan' })
  readonly username!: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: 'Null for who never visited a page' })
  readonly last_seen!: string | null;

  @ApiProperty({ example: 'I write about birds.' })
  readonly about_me!: string;

  @ApiProperty({ type: 'integer', minimum: 0, example: 12 })
  readonly post_count!: number;

  @ApiProperty({ type: 'integer', minimum: 0, example: 3 })
  readonly follower_count!: number;

  @ApiProperty({ type: 'integer', minimum: 0, example: 5 })
  readonly following_count!: number;

  @ApiProperty({ type: UserLinksJson })
  readonly _links!: UserLinksJson;
}

export class UserPageJson extends NumberedPageJson(UserJson) {}

/** The same by cursor. */
export class UserSliceJson extends CursorPageJson(UserJson) {}

/** What of an account is needed to show it. */
export type UserFacts = Pick<
  User,
  'id' | 'username' | 'email' | 'aboutMe' | 'postsCount' | 'followersCount' | 'followingCount' | 'lastSeenAt'
>;

@Injectable()
export class UserJsonPresenter {
  constructor(
    private readonly people: PersonPresenter,
    private readonly urls: UrlFor,
  ) {}

  present(user: UserFacts): UserJson {
    const { id, username, _links } = this.person(this.people.present(user));
    return {
      id,
      username,
      last_seen: user.lastSeenAt?.toISOString() ?? null,
      about_me: user.aboutMe,
      post_count: user.postsCount,
      follower_count: user.followersCount,
      following_count: user.followingCount,
      _links: {
        ..._links,
        followers: this.urls.path('api.profiles.followers', { id }),
        following: this.urls.path('api.profiles.following', { id }),
        posts: this.urls.path('api.profiles.listPosts', { id }),
      },
    };
  }

  person({ id, username, avatarUrl }: PersonView): PersonJson {
    return {
      id,
      username,
      _links: { self: this.urls.path('api.profiles.show', { id }), avatar: `${avatarUrl}${AVATAR_PIXELS}` },
    };
  }
}
