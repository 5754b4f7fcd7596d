import { Controller, Get, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import type { AppRequest } from '../../common/app-request';
import { CurrentUser } from '../../common/current-user.decorator';
import type { Viewer } from '../../common/viewer';
import { RequestLocale } from '../../i18n/request-locale';
import { AddressChangeGuard } from '../../users/address-change.guard';
import type { User } from '../../users/user.entity';
import { page, redirect, success } from '../../web/answers';
import { Form } from '../../web/form';
import { FormOf } from '../../web/form-of.decorator';
import { EmailQuestions } from '../email/email-questions.service';
import { SessionCookies } from '../session-cookies';
import { SessionsService } from '../sessions.service';
import { AccountService, proofOf } from './account.service';
import { ChangeEmailDto, ChangePasswordDto } from './dto/account.dto';

/** One's own account: its address, its password. */
@Controller('settings/account')
export class AccountController {
  constructor(
    private readonly account: AccountService,
    private readonly emails: EmailQuestions,
    private readonly sessions: SessionsService,
    private readonly cookies: SessionCookies,
    private readonly locales: RequestLocale,
  ) {}

  @Get()
  async show(@CurrentUser() me: Viewer) {
    return page('settings/account', {
      username: me.username,
      email: me.email,
      isConfirmed: me.emailConfirmed,
      wished: await this.emails.wished(me.id),
    });
  }

  @Get('email')
  email() {
    return page('settings/email', { form: Form.blank(ChangeEmailDto) });
  }

  @UseGuards(AddressChangeGuard)
  @Post('email')
  async changeEmail(@CurrentUser() me: Viewer, @FormOf(ChangeEmailDto) form: Form<ChangeEmailDto>, @Req() request: AppRequest) {
    const isAsked = await form.accepts((sent) =>
      this.account.changeEmail(proofOf(sent, me, request), sent.email, this.locales.of(request)),
    );
    if (!isAsked) return page('settings/email', { form });
    return redirect('account.show', {}, success('settings.flash.saved'));
  }

  @Post('email/keep')
  async keepEmail(@CurrentUser() me: Viewer) {
    await this.emails.cancel(me.id);
    return redirect('account.show', {}, success('settings.flash.saved'));
  }

  @Get('password')
  password() {
    return page('settings/password', { form: Form.blank(ChangePasswordDto) });
  }

  @Post('password')
  async changePassword(
    @CurrentUser() me: Viewer,
    @FormOf(ChangePasswordDto) form: Form<ChangePasswordDto>,
    @Req() request: AppRequest,
    @Res({ passthrough: true }) response: Response,
  ) {
    let user: User | undefined;
    await form.accepts(async (sent) => {
      user = await this.account.changePassword(proofOf(sent, me, request), sent.password, this.locales.of(request));
    });
    if (!user) return page('settings/password', { form });
    // The old session is gone with the old password: this browser, which knew it, goes on with another.
    const session = await this.sessions.start(user, { remember: false, userAgent: request.get('user-agent') ?? '' });
    this.cookies.give(session, request, response);
    return redirect('account.show', {}, success('settings.flash.passwordChanged'));
  }
}
