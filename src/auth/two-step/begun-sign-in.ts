import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import type { CookieOptions, Response } from 'express';
import type { AppRequest } from '../../common/app-request';
import { HttpConfig } from '../../config/http.config';
import type { User } from '../../users/user.entity';
import { UsersRepository } from '../../users/users.repository';
import { cookieOptions } from '../../web/cookie-options';
import type { JwtPurpose } from '../jwt-key';
import { hashOf, sameHash } from '../secrets';

const COOKIE = 'second_step';
const LIFE_SECONDS = 600;
const audience: JwtPurpose = 'second-step';

interface Claims {
  readonly sub: string;
  readonly remember: boolean;
  /** Hash of the hash of the password that was right: another password, and this counts no more. */
  readonly was: string;
}

/** A sign-in of which the first step is done: kept in a cookie, signed, for ten minutes. It opens nothing but the page of the second step. */
@Injectable()
export class BegunSignIn {
  private readonly options: CookieOptions;

  constructor(
    private readonly jwt: JwtService,
    private readonly users: UsersRepository,
    http: HttpConfig,
  ) {
    this.options = cookieOptions(http);
  }

  keep({ id, passwordHash }: User, remember: boolean, response: Response): void {
    const claims: Claims = { sub: String(id), remember, was: hashOf(passwordHash ?? '') };
    const cookie = this.jwt.sign(claims, { audience, expiresIn: LIFE_SECONDS });
    response.cookie(COOKIE, cookie, { ...this.options, maxAge: LIFE_SECONDS * 1000 });
  }

  /** Null when there is none, or none that counts. */
  async of({ cookies }: AppRequest): Promise<{ readonly user: User; readonly remember: boolean } | null> {
    const claims = this.read(cookies[COOKIE] ?? '');
    const user = claims && (await this.users.findById(Number(claims.sub)));
    return user && sameHash(claims.was, hashOf(user.passwordHash ?? '')) ? { user, remember: claims.remember } : null;
  }

  forget(response: Response): void {
    response.clearCookie(COOKIE, this.options);
  }

  private read(cookie: string): Claims | null {
    try {
      return this.jwt.verify<Claims & object>(cookie, { audience });
    } catch {
      // The library has no other way to say that it is none.
      return null;
    }
  }
}
