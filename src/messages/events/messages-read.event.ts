/** Fewer messages wait for somebody: they were opened, or thrown away. */
export class MessagesRead {
  constructor(readonly ownerId: number) {}
}
