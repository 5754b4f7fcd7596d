import { pbkdf2, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

type Derive = (password: string) => Promise<Buffer>;

interface WerkzeugHash {
  readonly expected: Buffer;
  readonly derive: Derive;
}

const scryptAsync = promisify<string, string, number, object, Buffer>(scrypt);
const pbkdf2Async = promisify(pbkdf2);

const DIGESTS = ['sha1', 'sha256', 'sha512'];
// What werkzeug ever wrote stays below. More would be work without end for whoever can write a hash.
const MOST_ITERATIONS = 2_000_000;
const MOST_MEMORY = 128 * 1024 * 1024;

/** Whether a stored hash was written by werkzeug, with which the Flask original hashes: `scrypt:…` or `pbkdf2:…`. */
export const isWerkzeugHash = (stored: string): boolean => read(stored) !== null;

/**
 * Whether the password is the one that werkzeug hashed (werkzeug.security.check_password_hash).
 * Shape of a hash: `method:parameters$salt$hex`, such as `scrypt:32768:8:1$…$…` and `pbkdf2:sha256:600000$…$…`.
 */
export async function matchesWerkzeug(password: string, stored: string): Promise<boolean> {
  const hash = read(stored);
  return hash !== null && timingSafeEqual(await hash.derive(password), hash.expected);
}

function read(stored: string): WerkzeugHash | null {
  const [, method = '', salt = '', hex = ''] = /^([^$]+)\$([^$]+)\$((?:[0-9a-f]{2}){16,64})$/.exec(stored) ?? [];
  const expected = Buffer.from(hex, 'hex');
  const [kind, ...parameters] = method.split(':');
  const derive =
    kind === 'scrypt' ? byScrypt(parameters, salt, expected.length) : byPbkdf2(kind, parameters, salt, expected.length);
  return derive && { expected, derive };
}

function byScrypt(parameters: readonly string[], salt: string, length: number): Derive | null {
  const [N = 0, r = 0, p = 0] = parameters.map(Number);
  const memory = 128 * N * r;
  const isSound =
    parameters.length === 3 && [N, r, p].every(Number.isInteger) && N > 1 && (N & (N - 1)) === 0 && r > 0 && p > 0 && p <= 16;
  if (!isSound || memory > MOST_MEMORY) return null;
  return (password) => scryptAsync(password, salt, length, { N, r, p, maxmem: 2 * MOST_MEMORY });
}

function byPbkdf2(
  kind: string | undefined,
  [digest = '', count = '']: readonly string[],
  salt: string,
  length: number,
): Derive | null {
  const iterations = Number(count);
  const isSound = kind === 'pbkdf2' && DIGESTS.includes(digest) && Number.isInteger(iterations) && iterations > 0;
  if (!isSound || iterations > MOST_ITERATIONS) return null;
  return (password) => pbkdf2Async(password, salt, iterations, length, digest);
}
