import type { Viewer } from '../common/viewer';

type Reader = Pick<Viewer, 'id' | 'role'>;
type Owned = { readonly authorId: number };

/** What one may do to a post. */
export const canEdit = (viewer: Pick<Viewer, 'id'>, post: Owned): boolean => post.authorId === viewer.id;

export const canDelete = (viewer: Pick<Viewer, 'id'>, post: Owned): boolean => post.authorId === viewer.id;

/** Those who look after the place take away what others wrote; with a reason, which is noted (`moderation`). */
export const canRemove = ({ role }: Pick<Reader, 'role'>): boolean => role === 'moderator' || role === 'admin';
