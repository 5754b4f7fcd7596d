import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Random and URL-safe. 32 bytes make 43 characters. */
export const randomToken = (bytes = 32): string => randomBytes(bytes).toString('base64url');

/** What is stored of a secret: SHA-256, base64url, 43 characters. A fast hash is enough for what cannot be guessed. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** Compares two hashes in a time that tells nothing of where they differ. */
export function sameHash(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
