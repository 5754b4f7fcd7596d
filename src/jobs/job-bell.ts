import { Injectable } from '@nestjs/common';

/** Tells whoever listens in this process that a job is there. Nobody needs to hear it: the row is in the table, where others look. */
@Injectable()
export class JobBell {
  private readonly listeners: ((id: number) => void)[] = [];

  /** @param listener returns at once and never throws: a request waits for nobody */
  onRing(listener: (id: number) => void): void {
    this.listeners.push(listener);
  }

  ring(id: number): void {
    for (const listener of this.listeners) listener(id);
  }
}
