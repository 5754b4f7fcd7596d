import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import type { JwtPurpose } from '../jwt-key';

const audience: JwtPurpose = 'email';
const LIFE_SECONDS = 3 * 24 * 60 * 60;

/** Who says that an address is theirs. */
export interface EmailClaim {
  readonly userId: number;
  readonly email: string;
}

/** Tokens that only who reads the mail of an address can have. */
@Injectable()
export class EmailTokens {
  constructor(private readonly jwt: JwtService) {}

  /** Shape: a JWT (HS256). Units: three days from now. It may be used again: confirming twice changes nothing. */
  issue({ userId, email }: EmailClaim): string {
    return this.jwt.sign({ sub: String(userId), email }, { audience, expiresIn: LIFE_SECONDS });
  }

  /** Null when it does not count. */
  read(token: string): EmailClaim | null {
    try {
      const { sub, email } = this.jwt.verify<{ sub: string; email: string }>(token, { audience });
      return { userId: Number(sub), email };
    } catch {
      // The library has no other way to say that it is none.
      return null;
    }
  }
}
