import { QueryFailedError } from 'typeorm';

/**
 * The failure of a statement, without the values that went into it: they are passwords, tokens and letters, and errors end up in
 * the log. mysql2 even writes them into its copy of the statement.
 *
 * @param cause the driver's error
 */
export function queryFailure(text: string, cause: Error & { sql?: string }): QueryFailedError {
  delete cause.sql;
  return new QueryFailedError(text, undefined, cause);
}

/** The same for an error of TypeORM's; what is no failure of a statement comes back as it is. */
export const withoutValues = (error: unknown): unknown =>
  error instanceof QueryFailedError ? queryFailure(error.query, error.driverError as Error) : error;
