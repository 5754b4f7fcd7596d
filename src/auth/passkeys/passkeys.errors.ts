import { DomainError } from '../../common/domain-error';

/** A device's answer that does not count: not ours, too late, given before, of a key that nobody has. */
export class PasskeyRefused extends DomainError {
  constructor(cause?: unknown) {
    super('unauthenticated', 'auth.passkeyRefused', { cause });
  }
}

export class PasskeyNotFound extends DomainError {
  constructor() {
    super('not-found', 'auth.passkeyNotFound');
  }
}

/** The site is known by a number, and passkeys are kept by name. */
export class PasskeysNotOffered extends DomainError {
  constructor() {
    super('not-found', 'auth.passkeysNotOffered');
  }
}
