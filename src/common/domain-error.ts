import type { TextKey } from './text-key';

/**
 * What went wrong, in the words of the domain. It knows nothing of HTTP: `http/status-of.ts` maps the kind to a status, the web kit
 * shows a page, the API kit problem+json.
 */
export type ErrorKind =
  | 'invalid' // what was asked makes no sense, whoever asks
  | 'unauthenticated' // nobody is signed in, or the proof is wrong
  | 'forbidden' // this person may not
  | 'not-found' // does not exist, or its existence is private
  | 'throttled' // too often; trying later will help
  | 'outdated' // would change what the caller has not seen
  | 'unprocessable' // makes sense alone, but not with what came before
  | 'conflict' // clashes with what is already there
  | 'unavailable'; // a part we need is away; trying later may help

/** `users.notFound`, for the text `errors.users.notFound`. */
export type ErrorCode = TextKey extends infer Key ? (Key extends `errors.${infer Code}` ? Code : never) : never;

export interface DomainErrorOptions {
  /** Values for the placeholders of the message. */
  args?: Record<string, string | number>;
  /** The field of the form or the body that is at fault. */
  field?: string;
  /** When to come again, for one that is `throttled`. */
  retryAfterSeconds?: number;
  cause?: unknown;
}

/**
 * Base of every error that a service throws on purpose.
 * `code` is a key in `i18n/<locale>/errors.json`, such as `follow.self`; the text is made only when somebody is there to read it.
 */
export abstract class DomainError extends Error {
  readonly args: Record<string, string | number>;
  readonly field?: string;
  readonly retryAfterSeconds?: number;

  constructor(
    readonly kind: ErrorKind,
    readonly code: ErrorCode,
    options: DomainErrorOptions = {},
  ) {
    super(code, { cause: options.cause });
    this.name = new.target.name;
    this.args = options.args ?? {};
    this.field = options.field;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}
