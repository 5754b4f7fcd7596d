import type { MysqlLimits } from './limits';

/**
 * The statement that every connection begins with: UTC; values that do not fit are errors, never cut; no statement and no wait for
 * a lock lasts longer than the limits say; and a transaction reads what is there now. A snapshot of when it first read anything
 * would be older than the locks that it waited for: what it then decides by would be out of date, and MariaDB from 11.6 on refuses
 * such a lock altogether (error 1020).
 *
 * Each server knows only its own names for some of these, and each reads only its own kind of comment: MariaDB `M!`, MySQL a
 * version number (MariaDB skips those from 50700 on).
 */
export const sessionSettings = ({ statementSeconds, lockWaitSeconds }: MysqlLimits): string =>
  `SET SESSION time_zone = '+00:00', sql_mode = 'TRADITIONAL', innodb_lock_wait_timeout = ${lockWaitSeconds}` +
  ` /*M! , max_statement_time = ${statementSeconds}, tx_isolation = 'READ-COMMITTED' */` +
  ` /*!50720 , max_execution_time = ${statementSeconds * 1000}, transaction_isolation = 'READ-COMMITTED' */`;
