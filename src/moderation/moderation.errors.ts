import { DomainError } from '../common/domain-error';

export class ModeratorsOnly extends DomainError {
  constructor() {
    super('forbidden', 'moderation.moderatorsOnly');
  }
}

export class CannotReportSelf extends DomainError {
  constructor() {
    super('invalid', 'moderation.self');
  }
}

export class CannotSuspend extends DomainError {
  constructor() {
    super('forbidden', 'moderation.cannotSuspend');
  }
}

export class ReportNotFound extends DomainError {
  constructor() {
    super('not-found', 'moderation.reportNotFound');
  }
}
