import type { Request } from 'express';
import type { Viewer } from './viewer';

/** A request as our middleware and guards leave it. */
export interface AppRequest extends Request {
  /** Names the request in the log, in `X-Request-Id` and on error pages. */
  id: string;
  /** Text all of them: `http/strict-text.ts` takes care of that. */
  cookies: Partial<Record<string, string>>;
  /** Who is asking; set by the guards. */
  user?: Viewer;
  /** Of the browser session, hashed; set by the session guard. */
  sessionId?: string;
  /** Of the row of the token that came with it. */
  tokenId?: number;
  /** The session guard has found out who is asking, be it nobody. */
  isRecognised?: boolean;
}
