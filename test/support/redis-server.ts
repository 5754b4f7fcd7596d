import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { ChildServer } from './child-server';
import { freePort } from './free-port';

/** A Redis of one's own, that may be killed, stalled and brought back. It keeps nothing on disk. */
export class RedisServer extends ChildServer {
  private constructor(private readonly port: number) {
    super();
  }

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
