import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { freePort } from './free-port';

/** A Redis of one's own, that may be killed, stalled and brought back. It keeps nothing on disk. */
export class RedisServer {
  private child?: ChildProcess;

  private constructor(private readonly port: number) {}

  /** Not yet running. */
  static async onFreePort(): Promise<RedisServer> {
    return new RedisServer(await freePort());
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const args = ['--port', String(this.port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', '/tmp'];
    this.child = spawn('redis-server', args, { stdio: 'ignore' });
    while (!(await this.answers())) if (this.child.exitCode !== null) throw new Error('redis-server did not start');
  }

  /** It is gone from one moment to the next, with all that it knew. */
  async kill(): Promise<void> {
    const { child } = this;
    this.child = undefined;
    if (!child || child.exitCode !== null) return;
    child.kill('SIGCONT');
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  /** It stays open and says nothing. */
  stall(): void {
    this.child?.kill('SIGSTOP');
  }

  goOn(): void {
    this.child?.kill('SIGCONT');
  }

  private async answers(): Promise<boolean> {
    const socket = connect(this.port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      return true;
    } catch {
      // That is the answer.
      return false;
    } finally {
      socket.destroy();
    }
  }
}
