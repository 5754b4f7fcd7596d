import { DomainError, type ErrorCode } from '../common/domain-error';
import type { Message } from '../common/message';

/** The proof that a form came from our pages is missing or wrong. */
export class CsrfRefused extends DomainError {
  constructor({ key }: Message) {
    super('forbidden', key.replace(/^errors\./, '') as ErrorCode);
  }
}
