/** A post says something else now. */
export class PostEdited {
  constructor(
    readonly postId: number,
    readonly authorId: number,
    /** Whom it speaks to that it did not before: names in the spelling by which they are compared. */
    readonly mentions: readonly string[],
  ) {}
}
