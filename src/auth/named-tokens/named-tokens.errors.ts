import { DomainError } from '../../common/domain-error';

export class TokenNotFound extends DomainError {
  constructor() {
    super('not-found', 'auth.tokenNotFound');
  }
}
