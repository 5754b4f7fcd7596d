import { DomainError } from '../common/domain-error';

/** A body that is JSON, but a list or nothing at all where an object is meant. */
export class BodyNotAnObject extends DomainError {
  constructor() {
    super('invalid', 'api.bodyNotAnObject');
  }
}

/** The header `Idempotency-Key` holds what is no key. */
export class NotAnIdempotencyKey extends DomainError {
  constructor() {
    super('invalid', 'api.notAnIdempotencyKey');
  }
}

/** The same key came with another request before. */
export class KeyUsedOtherwise extends DomainError {
  constructor() {
    super('unprocessable', 'api.keyUsedOtherwise');
  }
}
