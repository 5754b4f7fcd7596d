import { HttpException } from '@nestjs/common';
import type { Problem } from '../api/problem-details';
import { DomainError } from '../common/domain-error';
import { InvalidInput } from '../common/input';
import type { Message } from '../common/message';
import { isConnectionFault } from '../database/faults';
import { statusOf } from './status-of';

// Those for which body-parser and Express have a use, and the catalogues a text.
const CLIENT_ERRORS: ReadonlySet<number> = new Set([400, 404, 408, 412, 413, 414, 415, 416, 417]);

/** What body-parser and Express throw: `http-errors`. */
interface HttpError extends Error {
  readonly status: number;
  /** That would go with the answer. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Understands whatever was thrown. What nobody foresaw is a 500 of which the reader learns nothing. */
export function problemOf(error: unknown): Problem {
  if (error instanceof InvalidInput) return { status: 400, message: null, fields: error.fields, required: error.required };
  if (error instanceof DomainError) return ofDomain(error);
  if (isConnectionFault(error)) return plain(503);
  if (error instanceof HttpException) return plain(error.getStatus());
  return plain(isClientError(error) ? error.status : 500);
}

/** The header that goes with 416: how long the file is. Whatever else an error brings along stays here. */
export function headersOf(error: unknown): Readonly<Record<string, string>> {
  const range = isClientError(error) ? error.headers?.['Content-Range'] : undefined;
  return range === undefined ? {} : { 'Content-Range': range };
}

function ofDomain({ kind, code, args, field }: DomainError): Problem {
  const message: Message = { key: `errors.${code}`, args };
  // A value that clashes is an input that does not do, like any other.
  if (field !== undefined) return { status: 400, message: null, fields: { [field]: [message] } };
  return { status: statusOf(kind), message, fields: {} };
}

function isClientError(error: unknown): error is HttpError {
  const status = (error as Partial<HttpError> | null | undefined)?.status;
  return typeof status === 'number' && CLIENT_ERRORS.has(status);
}

const plain = (status: number): Problem => ({ status, message: null, fields: {} });
