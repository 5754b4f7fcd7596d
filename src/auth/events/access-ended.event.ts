/** Sessions or tokens of somebody have ended: what they let in has to go. */
export class AccessEnded {
  constructor(readonly userId: number) {}
}
