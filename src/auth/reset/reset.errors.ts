import { DomainError } from '../../common/domain-error';

/** A link to set a new password that is too old, was used, or never was one. */
export class ResetTokenInvalid extends DomainError {
  constructor() {
    super('not-found', 'auth.resetTokenInvalid');
  }
}
