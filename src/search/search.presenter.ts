import { Injectable } from '@nestjs/common';
import type { Viewer } from '../common/viewer';
import { PostPresenter, type PostView, type Segment } from '../posts/post.presenter';
import type { PostRow } from '../posts/post-rows.repository';
import { markHits, type Piece } from './query/marks';
import type { Matcher } from './query/matcher';

/** A post in which what was looked for is marked. */
export type HitView = Omit<PostView, 'segments'> & { readonly segments: () => readonly (Segment & Piece)[] };

@Injectable()
export class SearchPresenter {
  constructor(private readonly posts: PostPresenter) {}

  present(row: PostRow, viewer: Viewer, matcher: Matcher): HitView {
    const view = this.posts.present(row, viewer);
    const marked = view.segments().flatMap((segment): (Segment & Piece)[] => {
      const leads = segment.url !== undefined || segment.username !== undefined || segment.tag !== undefined;
      return leads ? [segment] : markHits(segment.text, matcher);
    });
    return { ...view, segments: () => marked };
  }
}
