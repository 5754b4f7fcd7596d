import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import type { AppRequest } from '../common/app-request';
import { Clock } from '../common/clock';
import type { Viewer } from '../common/viewer';
import { SecurityConfig } from '../config/security.config';
import type { TokenScope } from './api-token.entity';
import { ApiTokensService } from './api-tokens.service';
import { JWT_ALGORITHM, type JwtPurpose, jwtStrategyKey } from './jwt-key';
import { SessionsRepository } from './sessions.repository';

const audience: JwtPurpose = 'api';

/** A request that came with a token of the API. */
export interface TokenRequest extends AppRequest {
  /** Of the row of the token in use. */
  tokenId: number;
  tokenScope: TokenScope;
}

/** Finds who is behind the bearer token. Cookies count for nothing here, so no other site can make a browser call the API. */
@Injectable()
export class TokenStrategy extends PassportStrategy(Strategy, 'token') {
  constructor(
    security: SecurityConfig,
    private readonly sessions: SessionsRepository,
    private readonly tokens: ApiTokensService,
    private readonly clock: Clock,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKey: jwtStrategyKey(security),
      algorithms: [JWT_ALGORITHM],
      audience,
      passReqToCallback: true,
    });
  }

  async validate(request: TokenRequest, { jti }: { jti: string }): Promise<Viewer | null> {
    const seen = await this.sessions.findTokenViewer(Number(jti), this.clock.now());
    if (!seen) return null;
    request.tokenId = Number(jti);
    request.tokenScope = seen.scope;
    await this.tokens.touch(request.tokenId, seen.lastUsedAt);
    return seen.viewer;
  }
}
