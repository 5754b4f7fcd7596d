import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { AppRequest } from '../../common/app-request';
import { CurrentUser } from '../../common/current-user.decorator';
import { Public } from '../../common/public.decorator';
import type { Viewer } from '../../common/viewer';
import { RequestLocale } from '../../i18n/request-locale';
import { notice, page, redirect, success, warning } from '../../web/answers';
import { Form } from '../../web/form';
import { FormOf } from '../../web/form-of.decorator';
import { NewPasswordDto } from './dto/new-password.dto';
import { ResetRequestDto } from './dto/reset-request.dto';
import { PasswordResetService } from './password-reset.service';
import { ResetTokenInvalid } from './reset.errors';

/** A new password by mail. Whoever is signed in is sent home: they change it in the settings. */
@Controller('auth')
export class PasswordResetController {
  constructor(
    private readonly resets: PasswordResetService,
    private readonly locales: RequestLocale,
  ) {}

  @Public()
  @Get('reset_password_request')
  request(@CurrentUser() me?: Viewer) {
    if (me) return redirect('timeline.home');
    return page('auth/reset-request', { form: Form.blank(ResetRequestDto) });
  }

  @Public()
  @Post('reset_password_request')
  async sendMail(@FormOf(ResetRequestDto) form: Form<ResetRequestDto>, @Req() request: AppRequest, @CurrentUser() me?: Viewer) {
    if (me) return redirect('timeline.home');
    const isSent = await form.accepts(({ email }) =>
      this.resets.request(email, { ip: request.ip, locale: this.locales.of(request) }),
    );
    if (!isSent) return page('auth/reset-request', { form });
    return redirect('auth.login', {}, notice('auth.flash.resetRequested'));
  }

  /** Changes nothing: mail programs follow links to see what is behind them. */
  @Public()
  @Get('reset_password/:token')
  async choose(@Param('token') token: string, @CurrentUser() me?: Viewer) {
    if (me) return redirect('timeline.home');
    if (!(await this.resets.isValid(token))) return invalid();
    return page('auth/reset-password', { form: Form.blank(NewPasswordDto), token });
  }

  @Public()
  @Post('reset_password/:token')
  async reset(
    @Param('token') token: string,
    @FormOf(NewPasswordDto) form: Form<NewPasswordDto>,
    @Req() request: AppRequest,
    @CurrentUser() me?: Viewer,
  ) {
    if (me) return redirect('timeline.home');
    try {
      if (!(await this.resets.isValid(token))) return invalid();
      const isDone = await form.accepts(({ password }) => this.resets.reset(token, password, this.locales.of(request)));
      if (!isDone) return page('auth/reset-password', { form, token });
    } catch (error) {
      if (error instanceof ResetTokenInvalid) return invalid();
      throw error;
    }
    return redirect('auth.login', {}, success('auth.flash.passwordReset'));
  }
}

const invalid = () =>
  redirect(
    'timeline.home',
    {},
    warning('errors.auth.resetTokenInvalid', {}, { key: 'auth.resetRequest.submit', route: 'passwordReset.request' }),
  );
