import { DomainError } from '../common/domain-error';

export class UserNotFound extends DomainError {
  constructor(username: string | number) {
    super('not-found', 'users.notFound', { args: { username } });
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

export class RegistrationClosed extends DomainError {
  constructor() {
    super('forbidden', 'users.registrationClosed');
  }
}
