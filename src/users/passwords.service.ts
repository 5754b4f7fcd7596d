import { availableParallelism } from 'node:os';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Semaphore } from '../common/semaphore';
import { isWerkzeugHash, matchesWerkzeug } from './werkzeug-hash';

// OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane. Argon2id is the library's own default kind.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// At some 20 ms each: who would wait longer than a few seconds is told to come again.
const ROOM = 200;

/**
 * Hashes passwords with Argon2id. At most as many at a time as there are cores: a storm of sign-ins must not take all threads that
 * file reads and compression of other people's pages wait for.
 */
@Injectable()
export class PasswordsService {
  private readonly turns = new Semaphore(availableParallelism(), ROOM);
  private decoy?: Promise<string>;

  /** The hash in PHC format, salt and cost included. */
  hash(password: string): Promise<string> {
    return this.turns.run(() => hash(password, COST));
  }

  /**
   * Whether the password is the hashed one. Without a hash (no such account, or one that has no password) the answer is false
   * after the work that a hash of ours takes, so that the load of the machine tells nobody who has an account.
   */
  async matches(password: string, stored: string | null | undefined): Promise<boolean> {
    if (stored && isWerkzeugHash(stored)) return this.turns.run(() => matchesWerkzeug(password, stored));
    const isOurs = stored?.startsWith('$argon2') ?? false;
    const hashed = isOurs && stored ? stored : await (this.decoy ??= this.hash('nobody has this password'));
    const matches = await this.turns.run(() => verify(hashed, password));
    return matches && isOurs;
  }

  /** Whether a hash is of another kind, or costs a guesser less, than one that would be made today. */
  isOutdated(stored: string): boolean {
    const [, memory, time] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=\d+\$/.exec(stored) ?? [];
    return !(Number(memory) >= COST.memoryCost && Number(time) >= COST.timeCost);
  }
}
