import { type ArgumentsHost, type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { Response } from 'express';
import { isAnonymous } from '../common/anonymous.decorator';
import type { AppRequest } from '../common/app-request';
import { isApi } from '../common/mark-api.decorator';
import { isPoll } from '../common/poll.decorator';
import { isPublic } from '../common/public.decorator';
import { UsersService } from '../users/users.service';
import { LoginRequired } from './auth.errors';
import { SessionCookies } from './session-cookies';
import type { SeenViewer } from './sessions.repository';
import { SessionsService } from './sessions.service';

/** Who is asking for a page: by the session cookie, else by the browser being remembered. Every page is closed unless it is `@Public()`. */
@Injectable()
export class SessionGuard extends AuthGuard('session') {
  constructor(
    private readonly sessions: SessionsService,
    private readonly cookies: SessionCookies,
    private readonly users: UsersService,
  ) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    if (isApi(context) || isAnonymous(context)) return true;
    const seen = await this.recognise(context);
    if (seen && !isPoll(context)) await this.noteUse(seen, context.switchToHttp().getRequest());
    else if (!seen && !isPublic(context)) throw new LoginRequired();
    return true;
  }

  /** Finds out who is asking, and notes it in the request. Also for error pages of addresses that no guard keeps. */
  async recognise(host: ArgumentsHost): Promise<SeenViewer | null> {
    const request = host.switchToHttp().getRequest<AppRequest>();
    // Passport asks no more of it than request and response.
    await super.canActivate(host as ExecutionContext);
    const seen = (request.user as unknown as SeenViewer | undefined) ?? (await this.resume(host, request));
    request.user = seen?.viewer;
    request.isRecognised = true;
    return seen;
  }

  /** Nobody signed in is not yet an error: the page may be public. A fault of the database is. */
  override handleRequest<T>(error: unknown, seen: T | false): T | undefined {
    if (error) throw error as Error;
    return seen || undefined;
  }

  private async noteUse({ viewer, lastSeenAt, lastUsedAt }: SeenViewer, { sessionId, ip }: AppRequest): Promise<void> {
    await this.users.seen(viewer.id, lastSeenAt);
    if (sessionId !== undefined) await this.sessions.touch(sessionId, ip, lastUsedAt);
  }

  private async resume(host: ArgumentsHost, request: AppRequest): Promise<SeenViewer | null> {
    const cookie = SessionCookies.rememberedOf(request);
    if (cookie === undefined) return null;
    const response = host.switchToHttp().getResponse<Response>();
    const session = await this.sessions.resume(cookie, request.get('user-agent') ?? '');
    if (!session) {
      this.cookies.takeBack(response);
      return null;
    }
    this.cookies.give(session, request, response);
    return this.sessions.find(session.id);
  }
}
