import type { SecurityConfig } from '../../config/security.config';

/** Tells whether two sites have the same secret, and nothing of it: derived like a key, and used as none. */
export const fingerprintOf = (security: SecurityConfig): string =>
  security.bytesFor('backup-fingerprint').toString('hex').slice(0, 16);
