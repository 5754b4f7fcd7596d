import { DomainError } from '../common/domain-error';

export class PostNotFound extends DomainError {
  constructor() {
    super('not-found', 'posts.notFound');
  }
}

export class NotYourPost extends DomainError {
  constructor() {
    super('forbidden', 'posts.notYours');
  }
}

export class TagNotFound extends DomainError {
  constructor() {
    super('not-found', 'posts.tagNotFound');
  }
}
