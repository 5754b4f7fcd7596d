import { Injectable } from '@nestjs/common';
import type { Viewer } from '../common/viewer';
import { PostPresenter, type PostView } from '../posts/post.presenter';
import type { PostRow } from '../posts/post-rows.repository';
import { markHits, type Piece } from './query/marks';
import type { Matcher } from './query/matcher';

/** A post in which what was looked for is marked. */
export type HitView = Omit<PostView, 'segments'> & { readonly segments: readonly (PostView['segments'][number] & Piece)[] };

@Injectable()
export class SearchPresenter {
  constructor(private readonly posts: PostPresenter) {}

  present(row: PostRow, viewer: Viewer, matcher: Matcher): HitView {
    const view = this.posts.present(row, viewer);
    const segments = view.segments.flatMap((segment): HitView['segments'] => {
      const leads = segment.url !== undefined || segment.username !== undefined || segment.tag !== undefined;
      return leads ? [segment] : markHits(segment.text, matcher);
    });
    return { ...view, segments };
  }
}
