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

/** What the caller has read is not what is there now (`If-Match`). */
export class ChangedMeanwhile extends DomainError {
  constructor() {
    super('outdated', 'api.changedMeanwhile');
  }
}

/** The same key came with another request before. */
export class KeyUsedOtherwise extends DomainError {
  constructor() {
    super('unprocessable', 'api.keyUsedOtherwise');
  }
}
