/** Thrown by a processor when trying again would be in vain: the job is dead at once. */
export class JobFailedForGood extends Error {
  override readonly name = 'JobFailedForGood';
}
