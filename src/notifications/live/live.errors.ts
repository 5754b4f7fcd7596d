import { DomainError } from '../../common/domain-error';

export class LiveStreamsFull extends DomainError {
  constructor() {
    super('unavailable', 'overloaded');
  }
}
