/** What open pages of somebody show has changed. */
export class LiveValueChanged {
  constructor(readonly userId: number) {}
}
