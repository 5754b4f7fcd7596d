/** Somebody wrote to somebody. */
export class MessageSent {
  constructor(
    readonly senderId: number,
    readonly recipientId: number,
  ) {}
}
