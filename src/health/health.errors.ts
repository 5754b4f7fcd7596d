import { DomainError } from '../common/domain-error';

export class MetricsForbidden extends DomainError {
  constructor() {
    super('forbidden', 'health.metrics');
  }
}
