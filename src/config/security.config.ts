import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hkdfSync } from 'node:crypto';
import type { AppConfig } from './app.config';
import type { Environment } from './environment';

const MIN_SECRET_BYTES = 32;
// Words that stand in examples and tutorials: a key with one of them was copied, not made.
const EXAMPLE = /change.?me|secret.?key|example|password|you.?will.?never.?guess|replace|default/i;

/** The secret of this site and the keys made from it. */
export class SecurityConfig {
  readonly registration: 'open' | 'closed';
  private readonly secret: Buffer;

  constructor(environment: Environment, app: AppConfig) {
    this.registration = environment.oneOf('REGISTRATION', ['open', 'closed'], 'open');
    const given = environment.text('SECRET_KEY');
    if (given !== undefined) checkStrength(environment, given);
    else if (app.isProduction) {
      environment.fault(
        'SECRET_KEY',
        `is required in production: ${MIN_SECRET_BYTES} random bytes or more, such as "openssl rand -base64 48" prints`,
      );
    }
    this.secret =
      given !== undefined ? Buffer.from(given) : app.isProduction ? randomBytes(MIN_SECRET_BYTES) : keptSecret(app.dataDir);
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

function checkStrength(environment: Environment, secret: string): void {
  if (Buffer.byteLength(secret) < MIN_SECRET_BYTES)
    environment.fault('SECRET_KEY', `must have ${MIN_SECRET_BYTES} bytes or more`);
  else if (EXAMPLE.test(secret) || new Set(secret).size < 10)
    environment.fault('SECRET_KEY', 'looks like an example: make a random one');
}

/** The secret that development makes once and keeps, so that a restart signs nobody out. */
function keptSecret(dataDir: string): Buffer {
  const file = join(dataDir, 'secret');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    try {
      writeFileSync(file, randomBytes(48).toString('base64'), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      // Another process of the same start was faster: read what it wrote.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return Buffer.from(readFileSync(file, 'utf8').trim());
}
