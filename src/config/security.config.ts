import { createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppConfig } from './app.config';
import type { Environment } from './environment';

const MIN_SECRET_BYTES = 32;
// Words that stand in examples and tutorials: a key with one of them was copied, not made.
const EXAMPLE = /change.?me|secret.?key|example|password|you.?will.?never.?guess|replace|default/i;

/** The secret of this site and the keys made from it. */
export class SecurityConfig {
  readonly registration: 'open' | 'closed';
  private readonly secret: Buffer;

  /** @param secretIn finds the secret in the data folder, where no variable gives one */
  constructor(environment: Environment, app: AppConfig, secretIn = keptSecret) {
    this.registration = environment.oneOf('REGISTRATION', ['open', 'closed'], 'open');
    const secret = environment.text('SECRET_KEY') ?? (app.isProduction ? '' : secretIn(app.dataDir));
    const problem = problemOf(secret);
    if (problem !== undefined) environment.fault('SECRET_KEY', problem);
    this.secret = Buffer.from(secret);
  }

  /**
   * A key for one purpose, derived from the secret (HKDF, RFC 5869), so that what is signed for one purpose is worthless for another.
   * A `KeyObject`, because a string is parsed anew at every verification of a token.
   */
  keyFor(purpose: string): KeyObject {
    return createSecretKey(this.bytesFor(purpose));
  }

  /** The same key as 32 bytes. */
  bytesFor(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.secret, '', purpose, 32));
  }
}

function problemOf(secret: string): string | undefined {
  if (Buffer.byteLength(secret) < MIN_SECRET_BYTES)
    return `must have ${MIN_SECRET_BYTES} random bytes or more, such as "openssl rand -base64 48" prints`;
  if (EXAMPLE.test(secret) || new Set(secret).size < 10) return 'looks like an example: make a random one';
  return undefined;
}

/** The secret that development makes once and keeps, so that a restart signs nobody out. */
function keptSecret(dataDir: string): string {
  const file = secretFile(dataDir);
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    try {
      writeFileSync(file, newSecret(), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      // Another process of the same start was faster: read what it wrote.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return readFileSync(file, 'utf8').trim();
}

/** The same for those who only look and must leave no file behind: where none can be read, one that is as good, and that nobody keeps. */
export function glimpsedSecret(dataDir: string): string {
  try {
    return readFileSync(secretFile(dataDir), 'utf8').trim();
  } catch {
    // Not made yet, or not ours to read, which whoever looks at the permissions tells.
    return newSecret();
  }
}

const secretFile = (dataDir: string): string => join(dataDir, 'secret');

const newSecret = (): string => randomBytes(48).toString('base64');
