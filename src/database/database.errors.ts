import { DomainError } from '../common/domain-error';

/** The database has no turn or connection to give within the time that a reader waits. */
export class DatabaseBusy extends DomainError {
  constructor(cause?: unknown) {
    super('unavailable', 'database.busy', { cause });
  }
}
