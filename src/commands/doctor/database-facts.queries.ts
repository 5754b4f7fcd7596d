import { type Sql, toDate } from '../../database/sql';

interface SqliteFacts {
  readonly version: string;
  /** `wal`, `delete`, … */
  readonly journal: string;
  readonly bytes: number;
}

export interface MysqlFacts {
  readonly version: string;
  /** How the binary log is written; undefined when there is none. */
  readonly binlog: string | undefined;
  readonly readOnly: boolean;
}

/** How a replica follows its primary. */
export interface Replication {
  readonly isRunning: boolean;
  /** The number of the error that stopped it; 0 for none. */
  readonly error: number;
  readonly secondsBehind: number;
}

/** Nobody may see it who has no right to it; and servers before MariaDB 10.5 and MySQL 8.0.22 call it otherwise. */
const UNSEEN: readonly unknown[] = ['ER_SPECIFIC_ACCESS_DENIED_ERROR', 'ER_PARSE_ERROR'];

/** What a database says about itself. */
export class DatabaseFacts {
  constructor(private readonly sql: Sql) {}

  async sqlite(): Promise<SqliteFacts> {
    const [row] = await this.sql.all<SqliteFacts>(
      `SELECT sqlite_version() AS version, j.journal_mode AS journal, c.page_count * s.page_size AS bytes
       FROM pragma_journal_mode j, pragma_page_count c, pragma_page_size s`,
    );
    return row as SqliteFacts;
  }

  /** The first damage that a quick look finds in a SQLite file. */
  async damage(): Promise<string | undefined> {
    const [row] = await this.sql.all<{ quick_check: string }>('PRAGMA quick_check(1)');
    return row?.quick_check === 'ok' ? undefined : (row?.quick_check ?? 'nobody knows');
  }

  async mysql(): Promise<MysqlFacts> {
    const rows = await this.sql.all<{ Variable_name: string; Value: string }>(
      `SHOW VARIABLES WHERE Variable_name IN ('version', 'log_bin', 'binlog_format', 'read_only')`,
    );
    const of = new Map(rows.map(({ Variable_name: name, Value: value }) => [name, value]));
    return {
      version: of.get('version') ?? '',
      binlog: of.get('log_bin') === 'ON' ? of.get('binlog_format') : undefined,
      // MariaDB from 11.8 on has further words for it than ON.
      readOnly: of.get('read_only') !== undefined && of.get('read_only') !== 'OFF',
    };
  }

  /** Undefined when the server does not say, or follows nobody. */
  async replication(): Promise<Replication | undefined> {
    try {
      const [row] = await this.sql.all<Record<string, string | number | null>>('SHOW REPLICA STATUS');
      return row && replicationOf(row);
    } catch (error) {
      if (UNSEEN.includes((error as NodeJS.ErrnoException).code)) return undefined;
      throw error;
    }
  }

  /** The id of the newest post; 0 when there is none. */
  async newestPost(): Promise<number> {
    const [row] = await this.sql.all<{ id: number | null }>('SELECT MAX(id) AS id FROM post');
    return row?.id ?? 0;
  }

  /** When the first post was written that came after another one; undefined when none did. */
  async firstPostAfter(id: number): Promise<Date | undefined> {
    const [row] = await this.sql.all<{ at: Date | string }>(
      'SELECT created_at AS at FROM post WHERE id > ? ORDER BY id LIMIT 1',
      [id],
    );
    return row && toDate(row.at);
  }

  /** Those of our tables on MySQL that an import, or a hand, made in another way than our migrations do. */
  async oddTables(ours: readonly string[]): Promise<string[]> {
    const rows = await this.sql.all<{ name: string }>(
      `SELECT TABLE_NAME AS name FROM information_schema.TABLES
       WHERE TABLE_SCHEMA = DATABASE() AND (ENGINE <> 'InnoDB' OR TABLE_COLLATION <> 'utf8mb4_bin') ORDER BY TABLE_NAME`,
    );
    return rows.map(({ name }) => name).filter((name) => ours.includes(name));
  }

  /** What time it is there, on MySQL; SQLite has the clock of this machine. */
  async now(): Promise<Date> {
    const [row] = await this.sql.all<{ seconds: number | string }>('SELECT UNIX_TIMESTAMP(NOW(3)) AS seconds');
    return new Date(Number(row?.seconds) * 1000);
  }
}

/** MariaDB and MySQL have names of their own for the same. */
function replicationOf(row: Readonly<Record<string, string | number | null>>): Replication {
  const of = (mariadb: string, mysql: string) => row[mariadb] ?? row[mysql];
  const threads = [of('Slave_IO_Running', 'Replica_IO_Running'), of('Slave_SQL_Running', 'Replica_SQL_Running')];
  return {
    isRunning: threads.every((state) => state === 'Yes'),
    error: Number(row.Last_SQL_Errno) || Number(row.Last_IO_Errno),
    secondsBehind: Number(of('Seconds_Behind_Master', 'Seconds_Behind_Source')),
  };
}
