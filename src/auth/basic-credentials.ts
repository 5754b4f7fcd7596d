import { isUtf8 } from 'node:buffer';
import { InvalidCredentials } from './auth.errors';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

const BASIC = /^Basic +([A-Za-z0-9+/]+={0,2}) *$/i;

/**
 * Reads an `Authorization` header of the scheme Basic (RFC 7617). Strict: what is not the Base64 of UTF-8 with a colon is no proof.
 *
 * @throws InvalidCredentials
 */
export function readBasicCredentials(header: string | undefined): Credentials {
  const text = decode(BASIC.exec(header ?? '')?.[1] ?? '');
  const colon = text.indexOf(':');
  if (colon === -1) throw new InvalidCredentials();
  return { username: text.slice(0, colon), password: text.slice(colon + 1) };
}

function decode(base64: string): string {
  const bytes = Buffer.from(base64, 'base64');
  // Node skips what it does not understand: what does not come back the same was not Base64.
  const isBase64 = withoutPadding(bytes.toString('base64')) === withoutPadding(base64);
  if (!isBase64 || !isUtf8(bytes)) throw new InvalidCredentials();
  return bytes.toString();
}

const withoutPadding = (base64: string): string => base64.replace(/=+$/, '');
