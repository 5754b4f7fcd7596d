import { DomainError } from '../common/domain-error';

export class MessageNotFound extends DomainError {
  constructor() {
    super('not-found', 'messages.notFound');
  }
}
