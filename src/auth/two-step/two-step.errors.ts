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

/** There is no second step that waits for its first code. */
export class SecondStepNotBegun extends DomainError {
  constructor() {
    super('conflict', 'auth.secondStepNotBegun');
  }
}

export class SecondStepOff extends DomainError {
  constructor() {
    super('conflict', 'auth.secondStepOff');
  }
}

export class DeviceNotFound extends DomainError {
  constructor() {
    super('not-found', 'auth.deviceNotFound');
  }
}
