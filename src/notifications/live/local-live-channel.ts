import { type LiveCall, LiveChannel } from './live-channel.port';

/** Within one process. */
export class LocalLiveChannel extends LiveChannel {
  private readonly listeners: ((call: LiveCall) => void)[] = [];

  send(call: LiveCall): void {
    for (const listener of this.listeners) listener(call);
  }

  listen(listener: (call: LiveCall) => void): void {
    this.listeners.push(listener);
  }
}
