import { Secret, TOTP } from 'otpauth';

const WINDOW_SECONDS = 30;
const SECRET_BYTES = 20;
/** Clocks differ: the code before and the one after count as well. */
const TOLERANCE = 1;

/** What every authenticator app takes for granted (RFC 6238). */
const totpOf = (secret: string, issuer = '', label = ''): TOTP =>
  new TOTP({ issuer, label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: WINDOW_SECONDS });

/** Base32, 32 characters. */
export const newSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** The address that a QR code shows to an authenticator app: `otpauth://totp/…`. */
export const uriOf = (secret: string, issuer: string, username: string): string => totpOf(secret, issuer, username).toString();

/** The window of time to which a code belongs; null when it is wrong now. */
export function windowOf(code: string, secret: string, now: Date): number | null {
  // The library compares bytes, and fails for as many letters in more bytes.
  if (!/^\d{6}$/.test(code)) return null;
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: TOLERANCE });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / WINDOW_SECONDS) + delta;
}
