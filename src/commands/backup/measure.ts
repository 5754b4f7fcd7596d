import { createHash } from 'node:crypto';
import type { Checksum } from './manifest';

/** Counts and hashes what passes through. */
export class Measure {
  private readonly hash = createHash('sha256');
  private bytes = 0;

  add(chunk: Buffer): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
  }

  /** Of all that was added; once. */
  result(): Checksum {
    return { bytes: this.bytes, sha256: this.hash.digest('hex') };
  }
}
