import { DomainError } from '../common/domain-error';

/** A body that is JSON, but a list or nothing at all where an object is meant. */
export class BodyNotAnObject extends DomainError {
  constructor() {
    super('invalid', 'api.bodyNotAnObject');
  }
}
