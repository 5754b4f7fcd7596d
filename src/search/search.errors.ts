import { DomainError, type ErrorCode } from '../common/domain-error';

/** What was typed cannot be meant so. */
export abstract class BadQuery extends DomainError {
  constructor(kind: 'invalid', code: ErrorCode, args: Record<string, string | number> = {}) {
    super(kind, code, { args, field: 'q' });
  }
}

export class QueryTooLong extends BadQuery {
  constructor(max: number) {
    super('invalid', 'search.tooLong', { max });
  }
}

export class TooManyWords extends BadQuery {
  constructor(max: number) {
    super('invalid', 'search.tooMany', { max });
  }
}

/** `from:` and nothing behind it. */
export class OperatorAlone extends BadQuery {
  constructor(operator: string) {
    super('invalid', 'search.operator', { operator });
  }
}

/** `has:cake`. */
export class UnknownValue extends BadQuery {
  constructor(operator: string, value: string) {
    super('invalid', 'search.value', { operator, value });
  }
}

/** `lang:english`. */
export class NotALanguage extends BadQuery {
  constructor(operator: string) {
    super('invalid', 'search.language', { operator });
  }
}

/** `before:yesterday`. */
export class NotADay extends BadQuery {
  constructor(operator: string) {
    super('invalid', 'search.day', { operator });
  }
}

/** `has:link` in a search of private messages. */
export class PostsOnly extends BadQuery {
  constructor(operator: string) {
    super('invalid', 'search.postsOnly', { operator });
  }
}

export class NothingToFind extends BadQuery {
  constructor() {
    super('invalid', 'search.nothing');
  }
}
