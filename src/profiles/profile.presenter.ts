import { Injectable } from '@nestjs/common';
import type { Viewer } from '../common/viewer';
import { PersonPresenter, type PersonView } from '../users/person.presenter';
import type { PersonRow, Profile } from './people.queries';

/** A person as their own page shows them. */
export interface ProfileView {
  readonly person: PersonView;
  readonly aboutMe: string;
  /** ISO 8601, UTC; null for who was never here. */
  readonly lastSeenAt: string | null;
  readonly createdAt: string;
  readonly postsCount: number;
  readonly followersCount: number;
  readonly followingCount: number;
  readonly isSelf: boolean;
  readonly isFollowing: boolean;
  readonly isMuted: boolean;
  readonly isBlockedByViewer: boolean;
  /** One of the two blocks the other: nothing of them is to be seen, and there is nothing to do but to end that. */
  readonly isKeptApart: boolean;
}

/** A person in a list of people. */
export interface ListedPersonView {
  readonly person: PersonView;
  readonly aboutMe: string;
  readonly isSelf: boolean;
  readonly isFollowing: boolean;
}

@Injectable()
export class ProfilePresenter {
  constructor(private readonly people: PersonPresenter) {}

  present({ user, standing }: Profile, viewer: Viewer): ProfileView {
    const { isFollowing, mutes, blocks, isBlocked } = standing;
    const { aboutMe, postsCount, followersCount, followingCount } = user;
    return {
      person: this.people.present(user),
      aboutMe,
      lastSeenAt: user.lastSeenAt?.toISOString() ?? null,
      createdAt: user.createdAt.toISOString(),
      postsCount,
      followersCount,
      followingCount,
      isSelf: user.id === viewer.id,
      isFollowing,
      isMuted: mutes,
      isBlockedByViewer: blocks,
      isKeptApart: blocks || isBlocked,
    };
  }

  presentListed(row: PersonRow, viewer: Viewer): ListedPersonView {
    return { person: this.people.present(row), aboutMe: row.aboutMe, isSelf: row.id === viewer.id, isFollowing: row.isFollowing };
  }
}
