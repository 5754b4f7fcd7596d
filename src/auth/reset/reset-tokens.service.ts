import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import type { User } from '../../users/user.entity';
import { UsersRepository } from '../../users/users.repository';
import type { JwtPurpose } from '../jwt-key';
import { hashOf, sameHash } from '../secrets';

const LIFE_SECONDS = 600;
const audience: JwtPurpose = 'reset';

interface Claims {
  readonly sub: string;
  /** What the account was like: another password, or another address, and the token is worth nothing. */
  readonly was: string;
}

/** Tokens by which somebody who reads the mail of an account sets a new password for it. */
@Injectable()
export class ResetTokens {
  constructor(
    private readonly jwt: JwtService,
    private readonly users: UsersRepository,
  ) {}

  /**
   * Shape: a JWT (HS256), readable by anyone, so it says nothing but whose it is. Units: ten minutes from now. It counts once, since
   * using it changes the password that it is bound to.
   */
  issue(user: User): string {
    const claims: Claims = { sub: String(user.id), was: stateOf(user) };
    return this.jwt.sign(claims, { audience, expiresIn: LIFE_SECONDS });
  }

  /** Whose token it is; null when it does not count, or no more. */
  async ownerOf(token: string): Promise<User | null> {
    const claims = this.read(token);
    const user = claims && (await this.users.findById(Number(claims.sub)));
    return user && sameHash(claims.was, stateOf(user)) ? user : null;
  }

  private read(token: string): Claims | null {
    try {
      return this.jwt.verify<Claims & object>(token, { audience });
    } catch {
      // The library has no other way to say that it is none.
      return null;
    }
  }
}

const stateOf = ({ passwordHash, emailKey }: User): string => hashOf(`${passwordHash}\n${emailKey}`);
