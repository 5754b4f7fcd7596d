import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { AppRequest } from '../../common/app-request';
import { CurrentUser } from '../../common/current-user.decorator';
import { Public } from '../../common/public.decorator';
import type { Viewer } from '../../common/viewer';
import { RequestLocale } from '../../i18n/request-locale';
import { notice, page, redirect, success, warning } from '../../web/answers';
import { EmailTokenInvalid } from './email.errors';
import { EmailConfirmationService } from './email-confirmation.service';
import { EmailQuestions } from './email-questions.service';

/** The links of mails that ask whether an address is somebody's. */
@Controller('auth/confirm_email')
export class EmailConfirmationController {
  constructor(
    private readonly emails: EmailConfirmationService,
    private readonly questions: EmailQuestions,
    private readonly locales: RequestLocale,
  ) {}

  /** Another mail, for who did not get the first. */
  @Post()
  async sendAgain(@CurrentUser() me: Viewer, @Req() request: AppRequest) {
    await this.questions.askAgain(me, this.locales.of(request));
    return redirect('timeline.home', {}, notice('auth.flash.confirmationSent', { email: me.email }));
  }

  /** Asks first: mail programs follow links to see what is behind them. */
  @Public()
  @Get(':token')
  async show(@Param('token') token: string, @CurrentUser() me?: Viewer) {
    try {
      const { email } = await this.emails.claimOf(token, me);
      return page('auth/confirm-email', { token, email });
    } catch (error) {
      return invalidOr(error);
    }
  }

  @Public()
  @Post(':token')
  async confirm(@Param('token') token: string, @CurrentUser() me?: Viewer) {
    try {
      await this.emails.confirm(token, me);
    } catch (error) {
      return invalidOr(error);
    }
    return redirect('timeline.home', {}, success('auth.flash.emailConfirmed'));
  }
}

function invalidOr(error: unknown) {
  if (!(error instanceof EmailTokenInvalid)) throw error;
  return redirect('timeline.home', {}, warning('errors.auth.emailTokenInvalid'));
}
