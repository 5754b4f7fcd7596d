import { MariadbServer } from './mariadb-server';

/** As a server has it of whom the operator made for the site: every right on one database, and none on the server. */
const SITE = 'microblog:geheim';

/** A database, and a copy of it on another server that follows the first one. */
export class ReplicatedDatabase {
  private constructor(
    readonly primary: MariadbServer,
    readonly replica: MariadbServer,
  ) {}

  static async start(): Promise<ReplicatedDatabase> {
    const primary = await MariadbServer.onFreePort('--server-id=1', '--log-bin');
    const replica = await MariadbServer.onFreePort('--server-id=2', '--read-only', '--master-retry-count=0');
    const both = new ReplicatedDatabase(primary, replica);
    try {
      await primary.install();
      await replica.installLike(primary);
      await Promise.all([primary.start(), replica.start()]);
      await both.join();
      return both;
    } catch (error) {
      await both.remove();
      throw error;
    }
  }

  /** For `DATABASE_URL`. */
  get url(): string {
    return this.primary.url(SITE, 'microblog');
  }

  /** For `DATABASE_REPLICA_URLS`. */
  get replicaUrl(): string {
    return this.replica.url(SITE, 'microblog');
  }

  /** What is written meanwhile arrives when the work is done, and not before. */
  async lagging<T>(work: () => Promise<T>): Promise<T> {
    await this.replica.tell('STOP SLAVE SQL_THREAD');
    try {
      return await work();
    } finally {
      await this.replica.tell('START SLAVE SQL_THREAD');
    }
  }

  /** All that was written so far is on the replica. */
  async arrived(): Promise<void> {
    const [row] = await this.primary.tell<{ position: string }>('SELECT @@gtid_binlog_pos AS position');
    await this.replica.tell(`SELECT MASTER_GTID_WAIT('${row?.position}')`);
  }

  async remove(): Promise<void> {
    await Promise.all([this.primary.remove(), this.replica.remove()]);
  }

  private async join(): Promise<void> {
    const { hostname, port } = new URL(this.primary.url());
    const source = `MASTER_HOST = '${hostname}', MASTER_PORT = ${port}, MASTER_USER = 'root', MASTER_CONNECT_RETRY = 1`;
    await this.replica.tell(`CHANGE MASTER TO ${source}, MASTER_USE_GTID = slave_pos`, 'START SLAVE');
    const [name, password] = SITE.split(':');
    await this.primary.tell(
      'CREATE DATABASE microblog CHARACTER SET utf8mb4',
      `CREATE USER ${name}@'127.0.0.1' IDENTIFIED BY '${password}'`,
      `GRANT ALL ON microblog.* TO ${name}@'127.0.0.1'`,
    );
    await this.arrived();
  }
}
