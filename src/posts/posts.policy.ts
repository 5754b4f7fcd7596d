import type { Viewer } from '../common/viewer';

/** What one may do to a post. */
export const canDelete = (viewer: Pick<Viewer, 'id'>, post: { readonly authorId: number }): boolean =>
  post.authorId === viewer.id;
