import { DomainError } from '../common/domain-error';

/** One error for an unknown name and for a wrong password: the answer must not tell which. */
export class InvalidCredentials extends DomainError {
  constructor() {
    super('unauthenticated', 'auth.invalidCredentials');
  }
}

/** A page for people who are signed in, asked for by somebody who is not. */
export class LoginRequired extends DomainError {
  constructor() {
    super('unauthenticated', 'auth.loginRequired');
  }
}

/** A request to the API without a token that counts. */
export class TokenRequired extends DomainError {
  constructor() {
    super('unauthenticated', 'auth.tokenRequired');
  }
}

/** A token that may only read, and a request that would change something. */
export class ReadOnlyToken extends DomainError {
  constructor() {
    super('forbidden', 'auth.readOnlyToken');
  }
}
