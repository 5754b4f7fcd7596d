import type { CookieOptions } from 'express';
import type { HttpConfig } from '../config/http.config';

/** What holds for every cookie of ours: for this site alone, out of reach of scripts, not sent with forms of other sites. */
export const cookieOptions = (http: HttpConfig) =>
  ({ httpOnly: true, sameSite: 'lax', secure: http.isHttps, path: http.pathPrefix || '/' }) as const satisfies CookieOptions;
