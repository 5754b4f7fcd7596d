import { DomainError } from '../common/domain-error';

export class TranslationOff extends DomainError {
  constructor() {
    super('unavailable', 'translation.off');
  }
}

export class TranslationFailed extends DomainError {
  constructor(cause?: unknown) {
    super('unavailable', 'translation.failed', { cause });
  }
}

/** Asked into a language that this site does not have, or of no post. */
export class CannotTranslate extends DomainError {
  constructor() {
    super('invalid', 'translation.senseless');
  }
}
