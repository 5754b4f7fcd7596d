/** A post is gone. */
export class PostDeleted {
  constructor(
    readonly postId: number,
    readonly authorId: number,
  ) {}
}
