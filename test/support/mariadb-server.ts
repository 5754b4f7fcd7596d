import { execFile, spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { ChildServer } from './child-server';
import { freePort } from './free-port';
import { until } from './until';

// Where Debian keeps servers, which only root has in its path.
const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` };
// It refuses to be root unless it is told to.
const USER = process.getuid?.() === 0 ? ['--user=root'] : [];
// Small and quick: what a crash of the machine would lose, nobody misses. What a killed server wrote is there all the same.
const SMALL = [
  '--innodb-buffer-pool-size=16M',
  '--innodb-log-file-size=16M',
  '--innodb-flush-log-at-trx-commit=2',
  '--innodb-doublewrite=OFF',
  '--key-buffer-size=1M',
  '--aria-pagecache-buffer-size=1M',
];

/** A MariaDB of one's own, which nobody on another machine can reach, and which may be killed, stalled and brought back. */
export class MariadbServer extends ChildServer {
  private constructor(
    private readonly folder: string,
    private readonly port: number,
    private readonly options: readonly string[],
  ) {
    super();
  }

  /** Not yet running. Give the folder back with `remove`, whatever happens. @param options of the server, such as `--log-bin` */
  static async onFreePort(...options: string[]): Promise<MariadbServer> {
    // A short path: that of a socket has room for some hundred letters.
    return new MariadbServer(await mkdtemp(join(tmpdir(), 'microblog-db-')), await freePort(), options);
  }

  /** Of root, who has no password here, or of somebody else: `mysql://microblog:secret@…`. */
  url(login = 'root', database = ''): string {
    return `mysql://${login}@127.0.0.1:${this.port}/${database}`;
  }

  /** The path of the Unix socket. */
  get socket(): string {
    return join(this.folder, 'socket');
  }

  /** The tables that each server has for itself. */
  async install(): Promise<void> {
    const quick = ['--auth-root-authentication-method=normal', '--skip-test-db', '--skip-name-resolve', ...SMALL];
    const args = ['--no-defaults', `--datadir=${this.data}`, ...USER, ...quick];
    await promisify(execFile)('mariadb-install-db', args, { env });
  }

  /** The same, from another one that does not run: in a tenth of the time. */
  async installLike(other: MariadbServer): Promise<void> {
    await cp(other.data, this.data, { recursive: true });
  }

  /** Nothing happens when it runs. */
  async start(): Promise<void> {
    if (this.child?.exitCode === null) return;
    const places = [`--datadir=${this.data}`, `--socket=${this.socket}`, `--log-error=${this.log}`];
    const network = ['--bind-address=127.0.0.1', `--port=${this.port}`, '--skip-name-resolve'];
    const server = ['mariadbd', '--no-defaults', ...USER, ...places, ...network, ...SMALL, ...this.options];
    // Should these tests be killed, it goes with them.
    const child = spawn('setpriv', ['--pdeathsig', 'KILL', ...server], { stdio: 'ignore', env });
    this.child = child;
    await until(async () => {
      if (child.exitCode !== null) throw new Error(`mariadbd did not start: ${await readFile(this.log, 'utf8')}`);
      return this.answers();
    });
  }

  async remove(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** The rows of the last of some statements, each said by root. */
  async tell<T extends object>(...statements: string[]): Promise<T[]> {
    const connection = await createConnection(this.url());
    try {
      let rows: unknown = [];
      for (const statement of statements) [rows] = await connection.query<RowDataPacket[]>(statement);
      return rows as T[];
    } finally {
      await connection.end();
    }
  }

  private get data(): string {
    return join(this.folder, 'data');
  }

  private get log(): string {
    return join(this.folder, 'log');
  }

  private async answers(): Promise<boolean> {
    try {
      await this.tell();
      return true;
    } catch {
      // That is the answer.
      return false;
    }
  }
}
