/** An account goes for good. Told while it is still there, so that what is counted with it can be found. */
export class PersonDeleted {
  constructor(readonly userId: number) {}
}
