/** A post says something else now. */
export class PostEdited {
  constructor(
    readonly postId: number,
    readonly authorId: number,
    readonly before: string,
    readonly body: string,
  ) {}
}
