export class PersonUnfollowed {
  constructor(
    readonly followerId: number,
    readonly followedId: number,
  ) {}
}
