import { DomainError } from '../common/domain-error';

export class FeedNotFound extends DomainError {
  constructor() {
    super('not-found', 'feeds.notFound');
  }
}
