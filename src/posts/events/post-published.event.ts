/** Somebody said something. */
export class PostPublished {
  constructor(
    readonly postId: number,
    readonly authorId: number,
  ) {}
}
