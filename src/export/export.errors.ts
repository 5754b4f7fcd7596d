import { DomainError } from '../common/domain-error';

export class ExportNotFound extends DomainError {
  constructor() {
    super('not-found', 'export.notFound');
  }
}

export class ExportRunning extends DomainError {
  constructor() {
    super('conflict', 'export.running');
  }
}

/** Its file was asked for before it was made, or after that failed. */
export class ExportNotReady extends DomainError {
  constructor() {
    super('conflict', 'export.notReady');
  }
}
