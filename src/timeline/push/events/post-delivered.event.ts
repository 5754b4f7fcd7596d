/** What somebody said is on the lists of those who follow them. */
export class PostDelivered {
  constructor(
    readonly postId: number,
    readonly authorId: number,
  ) {}
}
