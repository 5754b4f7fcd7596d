/** Somebody blocks somebody. */
export class PersonBlocked {
  constructor(
    readonly personId: number,
    readonly otherId: number,
  ) {}
}
