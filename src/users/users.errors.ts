import { DomainError } from '../common/domain-error';
import { quotable } from '../common/text';

// The longest name that there can be: an address may ask for one without end.
const LONGEST_NAME = 64;

export class UserNotFound extends DomainError {
  constructor(username: string | number) {
    super('not-found', 'users.notFound', { args: { username: quotable(String(username), LONGEST_NAME) } });
  }
}

export class UsernameTaken extends DomainError {
  constructor() {
    super('conflict', 'users.usernameTaken', { field: 'username' });
  }
}

export class EmailTaken extends DomainError {
  constructor() {
    super('conflict', 'users.emailTaken', { field: 'email' });
  }
}

export class NotYourAccount extends DomainError {
  constructor() {
    super('forbidden', 'users.notYours');
  }
}

export class RegistrationClosed extends DomainError {
  constructor() {
    super('forbidden', 'users.registrationClosed');
  }
}

/** Told only to who has proven whose account it is. */
export class AccountSuspended extends DomainError {
  constructor() {
    super('unauthenticated', 'users.suspended');
  }
}
