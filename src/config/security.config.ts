import { createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { AppConfig } from './app.config';
import type { Environment } from './environment';

const MIN_SECRET_BYTES = 32;
// 32 random digits, the poorest that somebody may have drawn by lot, make some 30.
const LEAST_PACKED_BYTES = 24;
// Words that stand in examples and tutorials: a key with one of them was copied, not made.
const EXAMPLE = /change.?me|secret.?key|example|password|you.?will.?never.?guess|replace|default/i;

/** The secret of this site and the keys made from it. */
export class SecurityConfig {
  readonly registration: 'open' | 'closed';
  /** Whether the secret was made here and is kept in DATA_DIR, as nobody set SECRET_KEY. */
  readonly isSecretGenerated: boolean;
  private readonly dataDir: string;
  /** Undefined until one is made, which is when it is needed: looking at a configuration leaves no file behind. */
  private secret: Buffer | undefined;

  constructor(environment: Environment, app: AppConfig) {
    this.registration = environment.oneOf('REGISTRATION', ['open', 'closed'], 'open');
    this.dataDir = app.dataDir;
    const given = environment.text('SECRET_KEY');
    this.isSecretGenerated = given === undefined && !app.isProduction;
    const secret = this.isSecretGenerated ? keptSecret(environment, app.dataDir) : (given ?? '');
    const problem = secret === undefined ? undefined : problemOf(secret);
    if (problem !== undefined) environment.fault('SECRET_KEY', problem);
    this.secret = secret === undefined ? undefined : Buffer.from(secret);
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
    this.secret ??= Buffer.from(makeSecret(this.dataDir));
    return Buffer.from(hkdfSync('sha256', this.secret, '', purpose, 32));
  }
}

function problemOf(secret: string): string | undefined {
  if (Buffer.byteLength(secret) < MIN_SECRET_BYTES)
    return `must have ${MIN_SECRET_BYTES} random bytes or more, such as "openssl rand -base64 48" prints`;
  if (EXAMPLE.test(secret) || isPattern(secret)) return 'looks like an example: make a random one';
  return undefined;
}

/** Whether it repeats itself, or runs along the alphabet: what fingers make, and no generator of random numbers. */
function isPattern(secret: string): boolean {
  const codes = [...Buffer.from(secret)];
  const steps = codes.filter((code, i) => Math.abs(code - (codes[i - 1] ?? Infinity)) <= 1).length;
  return new Set(codes).size < 10 || steps > codes.length / 2 || deflateRawSync(secret).length < LEAST_PACKED_BYTES;
}

const secretFile = (dataDir: string): string => join(dataDir, 'secret');

/** The secret that was made here; undefined when there is none, or none that can be read. */
function keptSecret(environment: Environment, dataDir: string): string | undefined {
  try {
    return readFileSync(secretFile(dataDir), 'utf8').trim();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT') environment.fault('DATA_DIR', `holds a secret that cannot be read (${code})`);
    return undefined;
  }
}

/** Makes the secret that development keeps, so that a restart signs nobody out. */
function makeSecret(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(secretFile(dataDir), randomBytes(48).toString('base64'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    // Another process of the same start was faster: read what it wrote.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(secretFile(dataDir), 'utf8').trim();
}
