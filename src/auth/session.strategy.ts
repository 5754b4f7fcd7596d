import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-jwt';
import type { AppRequest } from '../common/app-request';
import { RecentCache } from '../common/recent-cache';
import { SecurityConfig } from '../config/security.config';
import { JWT_ALGORITHM, type JwtPurpose, jwtStrategyKey } from './jwt-key';
import { SessionCookies } from './session-cookies';
import type { SeenViewer } from './sessions.repository';
import { SessionsService } from './sessions.service';

const audience: JwtPurpose = 'session';
// Some hundred bytes each.
const GENUINE_COOKIES = 10_000;

interface Claims {
  readonly sid: string;
  readonly exp: number;
}

/** A cookie that was found genuine. */
interface Genuine {
  /** Of the row of its session. */
  readonly id: string;
  /** Seconds since 1970. */
  readonly exp: number;
}

/** Finds who is behind the session cookie. */
@Injectable()
export class SessionStrategy extends PassportStrategy(Strategy, 'session') {
  private readonly genuine = new RecentCache<Genuine>(GENUINE_COOKIES);

  constructor(
    security: SecurityConfig,
    private readonly sessions: SessionsService,
  ) {
    super({
      jwtFromRequest: SessionCookies.sessionOf,
      secretOrKey: jwtStrategyKey(security),
      algorithms: [JWT_ALGORITHM],
      audience,
      passReqToCallback: true,
    });
  }

  /** A cookie that was found genuine is, until it expires: checking it at each page costs as much as reading who it is. */
  override authenticate(request: AppRequest, options?: object): void {
    const known = this.genuine.get(SessionCookies.sessionOf(request) ?? '');
    if (!known || known.exp * 1000 <= Date.now()) return void super.authenticate(request, options);
    this.seenBy(request, known).then(
      (seen) => (seen ? this.success(seen) : this.fail(undefined, 401)),
      (error: Error) => this.error(error),
    );
  }

  validate(request: AppRequest, { sid, exp }: Claims): Promise<SeenViewer | null> {
    const genuine = { id: this.sessions.idOf(sid), exp };
    this.genuine.set(SessionCookies.sessionOf(request) ?? '', genuine);
    return this.seenBy(request, genuine);
  }

  private async seenBy(request: AppRequest, { id }: Genuine): Promise<SeenViewer | null> {
    const seen = await this.sessions.find(id);
    if (seen) request.sessionId = id;
    return seen;
  }
}
