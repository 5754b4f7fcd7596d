import type { JwtModuleOptions } from '@nestjs/jwt';
import type { SecurityConfig } from '../config/security.config';

/** One algorithm, pinned on both sides: a token that says `none` or names another one is refused. */
export const JWT_ALGORITHM = 'HS256';

/** What a token is for. It stands in the token as `aud`, and a token for one purpose opens nothing else. */
export type JwtPurpose = 'session' | 'api' | 'reset' | 'email' | 'second-step';

export const jwtOptions = (security: SecurityConfig): JwtModuleOptions => {
  const key = security.keyFor('jwt');
  return {
    secretOrKeyProvider: () => key,
    signOptions: { algorithm: JWT_ALGORITHM },
    verifyOptions: { algorithms: [JWT_ALGORITHM] },
  };
};

/** The same key for passport-jwt. It takes a `KeyObject`, which is parsed once, though its types know only strings and buffers. */
export const jwtStrategyKey = (security: SecurityConfig): string => security.keyFor('jwt') as unknown as string;
