import { HttpException } from '@nestjs/common';
import { DomainError } from '../common/domain-error';
import { type FieldErrors, InvalidInput } from '../common/input';
import type { Message } from '../common/message';
import { isConnectionFault } from '../database/faults';
import { statusOf } from './status-of';

/** An error as it is answered: what may be told, and nothing that may not. */
export interface Failure {
  readonly status: number;
  /** What to say beyond the name of the status; null when that says it all. */
  readonly message: Message | null;
  readonly fields: FieldErrors;
  /** The fields that must be there, when one of them is missing. */
  readonly required?: readonly string[];
}

// Those for which body-parser and Express have a use, and the catalogues a text.
const KNOWN: ReadonlySet<number> = new Set([400, 404, 408, 413, 414, 415, 417]);

/** What body-parser and Express throw: `http-errors`. */
interface HttpError extends Error {
  readonly status: number;
}

/** Understands whatever was thrown. What nobody foresaw is a 500 of which the reader learns nothing. */
export function failureOf(error: unknown): Failure {
  if (error instanceof InvalidInput) return { status: 400, message: null, fields: error.fields, required: error.required };
  if (error instanceof DomainError) return ofDomain(error);
  if (isConnectionFault(error)) return plain(503);
  if (error instanceof HttpException) return plain(error.getStatus());
  return plain(isClientError(error) ? error.status : 500);
}

function ofDomain({ kind, code, args, field }: DomainError): Failure {
  const message = { key: `errors.${code}`, args };
  // A value that clashes is an input that does not do, like any other.
  if (field !== undefined) return { status: 400, message: null, fields: { [field]: [message] } };
  return { status: statusOf(kind), message, fields: {} };
}

function isClientError(error: unknown): error is HttpError {
  const status = (error as Partial<HttpError> | null | undefined)?.status;
  return typeof status === 'number' && KNOWN.has(status);
}

const plain = (status: number): Failure => ({ status, message: null, fields: {} });
