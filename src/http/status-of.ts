import type { ErrorKind } from '../common/domain-error';

/** The one table from what went wrong to an HTTP status. */
const STATUS: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  outdated: 412,
  unprocessable: 422,
  throttled: 429,
  unavailable: 503,
};

export const statusOf = (kind: ErrorKind): number => STATUS[kind];
