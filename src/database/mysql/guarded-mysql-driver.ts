import type { Socket } from 'node:net';
import type mysql2 from 'mysql2';
import type { Pool, PoolConnection, PoolOptions } from 'mysql2';
import { MysqlDriver } from 'typeorm/driver/mysql/MysqlDriver';
import { DatabaseBusy } from '../database.errors';
import { sessionSettings } from './session-settings';

type OnConnection = Parameters<Pool['getConnection']>[0];

const ACQUIRE_LIMIT_MS = 5_000;
// Longer than the server's own limit for a statement: the server speaks first while it lives.
const SILENCE_LIMIT_MS = 12_000;

/**
 * MySQL that never keeps a page waiting without end. mysql2 waits for ever for a free connection and for an answer; here both have
 * a limit, and the connection that failed to answer is closed. Every connection starts with the session settings.
 */
export class GuardedMysqlDriver extends MysqlDriver {
  protected override createPool(options: PoolOptions): Promise<Pool> {
    const pool = (this.mysql as typeof mysql2).createPool(options);
    pool.on('connection', (connection) => this.prepare(connection));
    pool.on('acquire', (connection) => socketOf(connection).setTimeout(SILENCE_LIMIT_MS));
    pool.on('release', (connection) => socketOf(connection).setTimeout(0));
    limitWaiting(pool);
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

  private prepare(connection: PoolConnection): void {
    // The pool drops a broken connection by itself; without a listener the error would end the process.
    connection.on('error', (error: Error) => {
      this.dataSource.logger.log('warn', `A connection to MySQL broke: ${error.message}`);
    });
    const socket = socketOf(connection);
    socket.on('timeout', () => socket.destroy(Object.assign(new Error('The database does not answer'), { code: 'ETIMEDOUT' })));
    // mysql2 sends one command after the other, so this one comes before whatever the pool's caller wants.
    connection.query(sessionSettings(), (error) => {
      if (error) socket.destroy(error);
    });
  }
}

/** Takes the limits off a connection that has long work to do, such as a migration. Destroy it afterwards. */
export async function liftLimits(connection: PoolConnection): Promise<void> {
  socketOf(connection).setTimeout(0);
  await connection.promise().query(sessionSettings({ limited: false }));
}

function limitWaiting(pool: Pool): void {
  const getConnection = pool.getConnection.bind(pool);
  pool.getConnection = (callback: OnConnection): void => {
    let waiting = true;
    const timer = setTimeout(() => {
      waiting = false;
      callback(new DatabaseBusy(), undefined as never);
    }, ACQUIRE_LIMIT_MS);
    getConnection((error, connection) => {
      clearTimeout(timer);
      if (waiting) callback(error, connection);
      else if (!error) connection.release();
    });
  };
}

// mysql2's types do not show the socket of a connection.
const socketOf = (connection: PoolConnection): Socket => (connection as unknown as { stream: Socket }).stream;
