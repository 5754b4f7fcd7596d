/** Somebody likes a post. */
export class PostLiked {
  constructor(
    readonly postId: number,
    readonly authorId: number,
    readonly userId: number,
  ) {}
}
