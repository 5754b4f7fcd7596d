import { DomainError } from '../../common/domain-error';

/** A link to confirm an address that is too old, or about an address that is nobody's wish any more. */
export class EmailTokenInvalid extends DomainError {
  constructor() {
    super('not-found', 'auth.emailTokenInvalid');
  }
}
