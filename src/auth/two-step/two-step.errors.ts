import { DomainError } from '../../common/domain-error';

export class WrongCode extends DomainError {
  constructor() {
    super('invalid', 'auth.wrongCode', { field: 'code' });
  }
}

/** The password was right, and is not enough. */
export class SecondStepRequired extends DomainError {
  constructor() {
    super('unauthenticated', 'auth.secondStepRequired');
  }
}
