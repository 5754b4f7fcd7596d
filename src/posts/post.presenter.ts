import { Injectable } from '@nestjs/common';
import type { Viewer } from '../common/viewer';
import { PersonPresenter, type PersonView } from '../users/person.presenter';
import type { PostRow } from './post-rows.repository';
import { canDelete, canEdit } from './posts.policy';
import { type Segment, segmentsOf } from './text/post-text';

export type { Segment };

/** A post as a page shows it and as the API tells it. */
export interface PostView {
  readonly id: number;
  readonly body: string;
  /** The same in pieces that lead somewhere: mostly nobody asks. */
  readonly segments: () => readonly Segment[];
  readonly language: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** The same; null for what stands as it was first written. */
  readonly editedAt: string | null;
  readonly author: PersonView;
  /** Who passed it on. */
  readonly repostedBy: PersonView | null;
  readonly replyToId: number | null;
  /** Name of whom it answers; null also when that post is gone. */
  readonly replyTo: string | null;
  readonly repliesCount: number;
  readonly likesCount: number;
  readonly repostsCount: number;
  readonly isLiked: boolean;
  readonly isReposted: boolean;
  readonly isBookmarked: boolean;
  readonly canEdit: boolean;
  readonly canDelete: boolean;
}

@Injectable()
export class PostPresenter {
  constructor(private readonly people: PersonPresenter) {}

  present(row: PostRow, viewer: Pick<Viewer, 'id'>): PostView {
    const { id, body, language, createdAt, editedAt, author, repostedBy } = row;
    const { replyToId, replyTo, repliesCount, likesCount, repostsCount, isLiked, isReposted, isBookmarked } = row;
    return {
      id,
      body,
      segments: () => segmentsOf(body),
      language,
      createdAt: createdAt.toISOString(),
      editedAt: editedAt?.toISOString() ?? null,
      author: this.people.present(author),
      repostedBy: repostedBy && this.people.present(repostedBy),
      replyToId,
      replyTo: replyTo?.username ?? null,
      repliesCount,
      likesCount,
      repostsCount,
      isLiked,
      isReposted,
      isBookmarked,
      canEdit: canEdit(viewer, { authorId: author.id }),
      canDelete: canDelete(viewer, { authorId: author.id }),
    };
  }
}
