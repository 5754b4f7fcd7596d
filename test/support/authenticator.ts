import { Secret, TOTP } from 'otpauth';

/** What an authenticator app shows that was given this secret (base32). */
export const codeAt = (moment: Date, secret: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: moment.getTime() });
