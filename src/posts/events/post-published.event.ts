/** Somebody said something. */
export class PostPublished {
  constructor(
    readonly postId: number,
    readonly authorId: number,
    /** Whom it speaks to: names in the spelling by which they are compared; not all need exist. */
    readonly mentions: readonly string[],
    /** Whose post it answers. */
    readonly answeredId: number | null,
  ) {}
}
