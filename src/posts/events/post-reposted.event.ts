/** Somebody passes a post on. */
export class PostReposted {
  constructor(
    readonly postId: number,
    readonly authorId: number,
    readonly userId: number,
  ) {}
}
