import { DomainError } from '../common/domain-error';

export class CannotRestrictSelf extends DomainError {
  constructor() {
    super('invalid', 'restrictions.self');
  }
}

/** One of the two blocks the other. It does not say which. */
export class KeptApart extends DomainError {
  constructor() {
    super('forbidden', 'restrictions.keptApart');
  }
}
