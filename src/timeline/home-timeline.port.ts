import type { Cursor, CursorPage } from '../common/page';
import type { PostRow } from '../posts/post-rows.repository';

/** What somebody reads at home: the posts of those they follow and their own. Collected at reading (`pull`) or at writing (`push`). */
export abstract class HomeTimeline {
  /**
   * One page, newest first, with exact neighbours: none is named that would be empty.
   *
   * @param limit from 1 to 100
   */
  abstract homeOf(viewerId: number, cursor: Cursor, limit: number): Promise<CursorPage<PostRow>>;
}
