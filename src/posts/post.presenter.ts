import { Injectable } from '@nestjs/common';
import type { Viewer } from '../common/viewer';
import { PersonPresenter, type PersonView } from '../users/person.presenter';
import type { PostRow } from './post-rows.repository';
import { canDelete, canEdit } from './posts.policy';
import { type Segment, segmentsOf } from './text/post-text';

export type { Segment };

/** A post as a page shows it and as the API tells it. */
export interface PostView {
  /** All that its drawing depends on, but for the language and the time zone of the page, and for how long ago it was. */
  readonly version: string;
  readonly id: number;
  /** That of the repost, where it stands in a list as one; else its own. */
  readonly entryId: number;
  readonly body: string;
  /** The same in pieces that lead somewhere: mostly nobody asks. */
  readonly segments: () => readonly Segment[];
  readonly language: string;
  readonly createdAt: Date;
  /** Null for what stands as it was first written. */
  readonly editedAt: Date | null;
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
    const { id, entryId, body, language, createdAt, editedAt, replyToId, repliesCount, likesCount, repostsCount } = row;
    const { isLiked, isReposted, isBookmarked } = row;
    const author = this.people.present(row.author);
    const repostedBy = row.repostedBy && this.people.present(row.repostedBy);
    const replyTo = row.replyTo?.username ?? null;
    const mayEdit = canEdit(viewer, { authorId: author.id });
    const mayDelete = canDelete(viewer, { authorId: author.id });
    const people = `${author.username} ${author.avatarUrl} ${repostedBy?.username} ${replyToId} ${replyTo}`;
    const standing = `${isLiked} ${isReposted} ${isBookmarked} ${mayEdit} ${mayDelete}`;
    return {
      // A text changes with its `editedAt`; names and pictures of people change without a word to their posts.
      version: `${id} ${entryId} ${editedAt?.getTime()} ${people} ${repliesCount} ${likesCount} ${repostsCount} ${standing}`,
      id,
      entryId,
      body,
      segments: () => segmentsOf(body),
      language,
      createdAt,
      editedAt,
      author,
      repostedBy,
      replyToId,
      replyTo,
      repliesCount,
      likesCount,
      repostsCount,
      isLiked,
      isReposted,
      isBookmarked,
      canEdit: mayEdit,
      canDelete: mayDelete,
    };
  }
}
