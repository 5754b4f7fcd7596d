const STATEMENT_LIMIT_SECONDS = 10;
const LOCK_WAIT_LIMIT_SECONDS = 5;

/**
 * The statement that every connection begins with: UTC; values that do not fit are errors, never cut; no statement and no wait for
 * a lock lasts long, unless `limited` is false.
 *
 * Each server knows only its own name for the time limit, and each reads only its own kind of comment: MariaDB `M!`, MySQL a
 * version number (MariaDB skips those from 50700 on).
 */
export function sessionSettings({ limited = true } = {}): string {
  const statement = limited ? STATEMENT_LIMIT_SECONDS : 0;
  const lockWait = limited ? LOCK_WAIT_LIMIT_SECONDS : 3600;
  return (
    `SET SESSION time_zone = '+00:00', sql_mode = 'TRADITIONAL', innodb_lock_wait_timeout = ${lockWait}` +
    `/*M! , max_statement_time = ${statement} *//*!50708 , max_execution_time = ${statement * 1000} */`
  );
}
