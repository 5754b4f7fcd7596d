import type { Viewer } from '../common/viewer';

type Owner = Pick<Viewer, 'id'>;
type Owned = { readonly authorId: number };

/** What one may do to a post. */
export const canEdit = (viewer: Owner, post: Owned): boolean => post.authorId === viewer.id;

export const canDelete = (viewer: Owner, post: Owned): boolean => post.authorId === viewer.id;
