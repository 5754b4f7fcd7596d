/** Posts go. Told while they are still there, so that what is counted with them can be found. */
export class PostsDeleted {
  constructor(readonly postIds: readonly number[]) {}
}
