import { QueryFailedError } from 'typeorm';

/** What the drivers say about an error: `ER_DUP_ENTRY` and 1062 of mysql2, `SQLITE_BUSY` of better-sqlite3, `ECONNRESET` of Node. */
interface DriverError extends Error {
  readonly code?: string;
  readonly errno?: number;
  /** mysql2: the connection is gone. */
  readonly fatal?: boolean;
}

// MariaDB's numbers that mysql2 has no names for.
const MARIADB_CONNECTION_KILLED = 1927;
const MARIADB_STATEMENT_TIMEOUT = 1969;

const COLLISIONS = new Set([
  'ER_LOCK_DEADLOCK',
  'ER_LOCK_WAIT_TIMEOUT',
  'ER_CHECKREAD', // MariaDB: the row that was to be locked has changed since the transaction began to read
]);

const UNAVAILABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'ENOSPC',
  'PROTOCOL_CONNECTION_LOST',
  'ER_CON_COUNT_ERROR',
  'ER_TOO_MANY_USER_CONNECTIONS',
  'ER_SERVER_SHUTDOWN',
  'ER_UNKNOWN_COM_ERROR', // Galera: this node is not part of the cluster at the moment
  'ER_QUERY_INTERRUPTED',
  'ER_QUERY_TIMEOUT',
  'ER_OPTION_PREVENTS_STATEMENT', // read-only, as in a failover
  'ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION',
  'ER_DISK_FULL',
  'ER_RECORD_FILE_FULL',
  'SQLITE_FULL',
  'SQLITE_CANTOPEN',
  'SQLITE_IOERR',
  'SQLITE_READONLY',
]);

/**
 * True when two transactions got in each other's way and the database gave one up: the same work, done again, may well succeed.
 * A deadlock can also be told at COMMIT (Galera).
 */
export function isCollision(error: unknown): boolean {
  return COLLISIONS.has(driverError(error).code ?? '') || isLocked(error);
}

/** True when another process holds the lock of the SQLite file. */
export function isLocked(error: unknown): boolean {
  return primaryCode(error) === 'SQLITE_BUSY';
}

/** True when the database is away, overloaded, out of space or too slow: not a fault of the request, and later it may work (503). */
export function isConnectionFault(error: unknown): boolean {
  const { errno, fatal } = driverError(error);
  return (
    fatal === true ||
    UNAVAILABLE.has(primaryCode(error)) ||
    errno === MARIADB_CONNECTION_KILLED ||
    errno === MARIADB_STATEMENT_TIMEOUT ||
    isCollision(error)
  );
}

/** True when a row with the same key is already there. */
export function isDuplicate(error: unknown): boolean {
  return duplicateKey(error) !== undefined;
}

/**
 * The key that a duplicate would have broken: `PRIMARY`; or on MySQL the name of the index (`uq_user_username_key`), on SQLite its
 * columns (`user.username_key`). Undefined for any other error. `Database.duplicateColumn` tells the same on both.
 */
export function duplicateKey(error: unknown): string | undefined {
  const { code, message = '' } = driverError(error);
  if (code === 'ER_DUP_ENTRY') return /for key '(?:[^'.]+\.)?([^']+)'$/.exec(message)?.[1] ?? '';
  if (code === 'SQLITE_CONSTRAINT_UNIQUE') return message.replace(/^.*: /, '');
  if (code === 'SQLITE_CONSTRAINT_PRIMARYKEY') return 'PRIMARY';
  return undefined;
}

/** `SQLITE_IOERR_WRITE` and its like are kinds of `SQLITE_IOERR`. */
function primaryCode(error: unknown): string {
  const code = driverError(error).code ?? '';
  return code.startsWith('SQLITE_') ? code.split('_', 2).join('_') : code;
}

// By its shape and not its class: an error of Node itself is no `Error` to the realm that jest makes.
function driverError(error: unknown): Partial<DriverError> {
  return (error instanceof QueryFailedError ? error.driverError : (error ?? {})) as Partial<DriverError>;
}
