import type { Cursor, CursorPage } from '../common/page';
import type { Viewer } from '../common/viewer';
import type { PostRow } from '../posts/post-rows.repository';

/** Whose home it is. How many they follow decides only in which way it is read: the number may be a little old. */
export type HomeOwner = Pick<Viewer, 'id' | 'followingCount'>;

/** What somebody reads at home: the posts of those they follow and their own. */
export abstract class HomeTimeline {
  /**
   * One page, newest first, with exact neighbours: none is named that would be empty.
   *
   * @param limit from 1 to 100
   */
  abstract homeOf(owner: HomeOwner, cursor: Cursor, limit: number): Promise<CursorPage<PostRow>>;
}
