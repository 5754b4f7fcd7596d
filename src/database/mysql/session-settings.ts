import type { MysqlLimits } from './limits';

/**
 * The statement that every connection begins with: UTC; values that do not fit are errors, never cut; no statement and no wait for
 * a lock lasts longer than the limits say.
 *
 * Each server knows only its own name for the time limit, and each reads only its own kind of comment: MariaDB `M!`, MySQL a
 * version number (MariaDB skips those from 50700 on).
 */
export const sessionSettings = ({ statementSeconds, lockWaitSeconds }: MysqlLimits): string =>
  `SET SESSION time_zone = '+00:00', sql_mode = 'TRADITIONAL', innodb_lock_wait_timeout = ${lockWaitSeconds}` +
  ` /*M! , max_statement_time = ${statementSeconds} */ /*!50708 , max_execution_time = ${statementSeconds * 1000} */`;
