import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A server of one's own, that may be killed, stalled and brought back. */
export abstract class ChildServer {
  protected child?: ChildProcess;

  /** It is gone from one moment to the next, with all that it had in memory. */
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
}
