import { DomainError } from '../common/domain-error';

export class CannotFollowSelf extends DomainError {
  constructor() {
    super('invalid', 'follow.self');
  }
}

export class CannotUnfollowSelf extends DomainError {
  constructor() {
    super('invalid', 'follow.unfollowSelf');
  }
}

export class FollowsTooMany extends DomainError {
  constructor(limit: number) {
    super('conflict', 'follow.tooMany', { args: { limit } });
  }
}
