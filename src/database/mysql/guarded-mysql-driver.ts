import type { Socket } from 'node:net';
import type mysql2 from 'mysql2';
import type { Pool, PoolConnection, PoolOptions } from 'mysql2';
import { MysqlDriver } from 'typeorm/driver/mysql/MysqlDriver';
import type { ReplicationMode } from 'typeorm/driver/types/ReplicationMode';
import { DatabaseBusy } from '../database.errors';
import { GuardedMysqlQueryRunner } from './guarded-mysql-query-runner';
import { type MysqlLimits, UNLIMITED } from './limits';
import { sessionSettings } from './session-settings';

type OnConnection = Parameters<Pool['getConnection']>[0];

/**
 * MySQL that never keeps a page waiting without end. mysql2 waits for ever for a free connection and for an answer; here both have
 * a limit, and a connection that does not answer is closed. Every connection starts with the session settings.
 */
export class GuardedMysqlDriver extends MysqlDriver {
  /** What the server calls the connections of this process: to tell them from those of others. */
  readonly ownConnections = new Set<number>();

  override createQueryRunner(mode: ReplicationMode): GuardedMysqlQueryRunner {
    return new GuardedMysqlQueryRunner(this, mode);
  }

  protected override createPool({ limits, ...options }: PoolOptions & { limits: MysqlLimits }): Promise<Pool> {
    const pool = (this.mysql as typeof mysql2).createPool(options);
    pool.on('connection', (connection) => this.prepare(connection, limits));
    pool.on('acquire', (connection) => socketOf(connection).setTimeout(limits.silenceMs));
    pool.on('release', (connection) => socketOf(connection).setTimeout(0));
    limitWaiting(pool, limits);
    return new Promise((resolve, reject) => {
      // One connection at once, so that wrong credentials are told at the start.
      pool.getConnection((error, connection) => {
        if (error) {
          pool.end(() => reject(error));
          return;
        }
        connection.release();
        resolve(pool);
      });
    });
  }

  // MariaDB says NULL where MySQL says nothing: a column that may be empty and has no default. Else the check for drift sees a change.
  protected override compareDefaultValues(wanted: string | undefined, stored: string | undefined): boolean {
    return super.compareDefaultValues(wanted, stored === "'NULL'" ? undefined : stored);
  }

  private prepare(connection: PoolConnection, limits: MysqlLimits): void {
    this.ownConnections.add(connection.threadId);
    connection.once('end', () => this.ownConnections.delete(connection.threadId));
    // The pool drops a broken connection by itself; without a listener the error would end the process.
    connection.on('error', (error: Error) => {
      this.dataSource.logger.log('warn', `A connection to MySQL broke: ${error.message}`);
    });
    const socket = socketOf(connection);
    socket.on('timeout', () => socket.destroy(Object.assign(new Error('The database does not answer'), { code: 'ETIMEDOUT' })));
    // mysql2 sends one command after the other, so this one comes before whatever the pool's caller wants.
    connection.query(sessionSettings(limits), (error) => {
      if (error) socket.destroy(error);
    });
  }
}

/** Takes the limits off a connection that has long work to do, such as a migration. Destroy it afterwards. */
export async function liftLimits(connection: PoolConnection): Promise<void> {
  socketOf(connection).setTimeout(UNLIMITED.silenceMs);
  await connection.promise().query(sessionSettings(UNLIMITED));
}

function limitWaiting(pool: Pool, { acquireMs }: MysqlLimits): void {
  const getConnection = pool.getConnection.bind(pool);
  pool.getConnection = (callback: OnConnection): void => {
    let waiting = true;
    const timer = setTimeout(() => {
      waiting = false;
      callback(new DatabaseBusy(), undefined as never);
    }, acquireMs);
    getConnection((error, connection) => {
      clearTimeout(timer);
      if (waiting) callback(error, connection);
      else if (!error) connection.release();
    });
  };
}

// mysql2's types do not show the socket of a connection.
const socketOf = (connection: PoolConnection): Socket => (connection as unknown as { stream: Socket }).stream;
