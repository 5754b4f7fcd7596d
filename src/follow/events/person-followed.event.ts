export class PersonFollowed {
  constructor(
    readonly followerId: number,
    readonly followedId: number,
  ) {}
}
