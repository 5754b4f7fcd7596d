/** Somebody passes a post on. */
export class PostReposted {
  constructor(
    readonly repostId: number,
    /** What was passed on. */
    readonly postId: number,
    readonly authorId: number,
    readonly userId: number,
  ) {}
}
