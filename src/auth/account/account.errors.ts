import { DomainError } from '../../common/domain-error';

/** The password that was asked for once more, before a change that a passer-by must not make. */
export class WrongPassword extends DomainError {
  constructor() {
    super('invalid', 'auth.wrongPassword', { field: 'current_password' });
  }
}
