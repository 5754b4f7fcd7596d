import type { Viewer } from '../common/viewer';

/** The signed-in person as the header of every page shows them. Filled by `users`, which knows pictures; the web kit does not. */
export abstract class LayoutPerson {
  abstract present(viewer: Viewer): { readonly id: number; readonly username: string; readonly avatarUrl: string };
}
