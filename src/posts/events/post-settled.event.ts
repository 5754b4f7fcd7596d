/**
 * A post, or a repost, is in the database for good: work that takes a while may begin. Whoever listens `within` is in a job, which is done again
 * until all have succeeded: what they do must take effect once.
 */
export class PostSettled {
  constructor(
    /** Of the repost, where it is one. */
    readonly postId: number,
    /** Who said it, or passed it on. */
    readonly authorId: number,
  ) {}
}
