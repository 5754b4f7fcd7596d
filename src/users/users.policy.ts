import type { Viewer } from '../common/viewer';

/** What one may do to an account. */
export const canEdit = (viewer: Pick<Viewer, 'id'>, account: { readonly id: number }): boolean => account.id === viewer.id;
