/** How long things may take. Handed to the driver as `extra.limits`. */
export interface MysqlLimits {
  /** Waiting for a connection of the pool. */
  readonly acquireMs: number;
  /** A statement, by the server's clock; 0 is no limit. */
  readonly statementSeconds: number;
  /** Waiting for the lock of a row. */
  readonly lockWaitSeconds: number;
  /** A connection in use on which nothing is heard. Longer than a statement may take: the server speaks first while it lives. */
  readonly silenceMs: number;
}

export const LIMITS: MysqlLimits = { acquireMs: 5_000, statementSeconds: 10, lockWaitSeconds: 5, silenceMs: 12_000 };

/** Of a replica: there is somebody else to ask, so that nobody waits for it as long as for the primary. */
export const REPLICA_LIMITS: MysqlLimits = { acquireMs: 2_000, statementSeconds: 3, lockWaitSeconds: 1, silenceMs: 4_000 };

/** For long work, such as changing a large table. */
export const UNLIMITED: MysqlLimits = { acquireMs: 5_000, statementSeconds: 0, lockWaitSeconds: 3_600, silenceMs: 0 };
