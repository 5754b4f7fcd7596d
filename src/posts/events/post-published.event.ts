/** Somebody said something. */
export class PostPublished {
  constructor(
    readonly postId: number,
    readonly authorId: number,
    readonly body: string,
    /** Whose post it answers. */
    readonly answeredId: number | null,
  ) {}
}
