import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-jwt';
import type { AppRequest } from '../common/app-request';
import { SecurityConfig } from '../config/security.config';
import { JWT_ALGORITHM, type JwtPurpose, jwtStrategyKey } from './jwt-key';
import { SessionCookies } from './session-cookies';
import type { SeenViewer } from './sessions.repository';
import { SessionsService } from './sessions.service';

const audience: JwtPurpose = 'session';

/** Finds who is behind the session cookie. */
@Injectable()
export class SessionStrategy extends PassportStrategy(Strategy, 'session') {
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

  async validate(request: AppRequest, { sid }: { sid: string }): Promise<SeenViewer | null> {
    const id = this.sessions.idOf(sid);
    const seen = await this.sessions.find(id);
    if (seen) request.sessionId = id;
    return seen;
  }
}
