import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { AppRequest } from '../common/app-request';
import { Transaction } from '../database/transaction';
import type { User } from '../users/user.entity';
import { redirect, redirectBack, type RedirectTo, success } from '../web/answers';
import { SessionCookies } from './session-cookies';
import { SessionsService } from './sessions.service';

export interface SignInWishes {
  readonly remember: boolean;
  /** Where to go then, as the address of the page said it. */
  readonly next: unknown;
}

/** The end of every sign-in, whatever proof led to it. */
@Injectable()
export class SignInService {
  constructor(
    private readonly sessions: SessionsService,
    private readonly cookies: SessionCookies,
    private readonly transaction: Transaction,
  ) {}

  /**
   * @param also what else the proof opens: not without the session
   * @throws InvalidCredentials when the password was changed since it was checked
   */
  async finish(
    user: User,
    { remember, next }: SignInWishes,
    request: AppRequest,
    response: Response,
    also: () => Promise<void> = () => Promise.resolve(),
  ): Promise<RedirectTo> {
    const session = await this.transaction.run(async () => {
      const started = await this.sessions.start(user, { remember, userAgent: request.get('user-agent') ?? '' });
      await also();
      return started;
    });
    this.cookies.give(session, request, response);
    const flash = user.deletesAt === null ? undefined : success('auth.flash.restored');
    return redirectBack({ next }, redirect('timeline.home', {}, flash));
  }
}
