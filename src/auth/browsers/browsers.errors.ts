import { DomainError } from '../../common/domain-error';

export class BrowserNotFound extends DomainError {
  constructor() {
    super('not-found', 'auth.browserNotFound');
  }
}
