import { Controller, Get, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import type { AppRequest } from '../common/app-request';
import { CurrentUser } from '../common/current-user.decorator';
import { Public } from '../common/public.decorator';
import type { Viewer } from '../common/viewer';
import { HttpConfig } from '../config/http.config';
import { RequestLocale } from '../i18n/request-locale';
import type { User } from '../users/user.entity';
import { type Flash, notice, page, redirect, type RedirectTo, success } from '../web/answers';
import { Flashes } from '../web/flashes';
import { Form } from '../web/form';
import { FormOf } from '../web/form-of.decorator';
import { localPath } from '../web/local-path';
import { CredentialsService } from './credentials.service';
import { LoginDto } from './dto/login.dto';
import { RegisterDto } from './dto/register.dto';
import { PasskeysService } from './passkeys/passkeys.service';
import { RegistrationGuard } from './registration.guard';
import { RegistrationService } from './registration.service';
import { SessionCookies } from './session-cookies';
import { SessionsService } from './sessions.service';
import { SignInService, type SignInWishes } from './sign-in.service';
import { BegunSignIn } from './two-step/begun-sign-in';
import { SecondStepService } from './two-step/second-step.service';
import { TrustedDevicesService } from './two-step/trusted-devices.service';

/** Signing in, signing out, joining. Whoever is signed in already is sent home. */
@Controller('auth')
export class AuthController {
  constructor(
    private readonly credentials: CredentialsService,
    private readonly sessions: SessionsService,
    private readonly signIns: SignInService,
    private readonly begun: BegunSignIn,
    private readonly secondStep: SecondStepService,
    private readonly devices: TrustedDevicesService,
    private readonly passkeys: PasskeysService,
    private readonly registration: RegistrationService,
    private readonly cookies: SessionCookies,
    private readonly http: HttpConfig,
    private readonly locales: RequestLocale,
    private readonly flashes: Flashes,
  ) {}

  @Public()
  @Get('login')
  login(@Query('next') next: unknown, @Req() request: AppRequest, @CurrentUser() me?: Viewer) {
    if (me) return redirect('timeline.home');
    // Who has just joined need not type their name again.
    const flash = this.flashes.waiting(request);
    const username = flash?.key === 'auth.flash.registered' ? flash.args?.username : undefined;
    return this.loginPage(Form.blank(LoginDto, { username: username?.toString() }), next);
  }

  @Public()
  @Post('login')
  async signIn(
    @FormOf(LoginDto) form: Form<LoginDto>,
    @Query('next') next: unknown,
    @Req() request: AppRequest,
    @Res({ passthrough: true }) response: Response,
    @CurrentUser() me?: Viewer,
  ) {
    if (me) return redirect('timeline.home');
    let signedIn: RedirectTo | undefined;
    const isRight = await form.accepts(async ({ username, password, remember_me: remember }) => {
      const user = await this.credentials.verify(username, password, request.ip);
      signedIn = await this.goOn(user, { remember, next }, request, response);
    });
    return isRight && signedIn ? signedIn : this.loginPage(form, next);
  }

  /** Asks first: following a link must not sign anybody out. */
  @Public()
  @Get('logout')
  logout(@CurrentUser() me?: Viewer) {
    return me ? page('auth/logout') : redirect('timeline.home');
  }

  @Public()
  @Post('logout')
  async signOut(@Req() request: AppRequest, @Res({ passthrough: true }) response: Response) {
    if (request.sessionId !== undefined) await this.sessions.end(request.sessionId);
    this.cookies.takeBack(response);
    return redirect('auth.login', {}, notice('auth.flash.signedOut'));
  }

  @Public()
  @UseGuards(RegistrationGuard)
  @Get('register')
  register(@CurrentUser() me?: Viewer) {
    if (me) return redirect('timeline.home');
    return page('auth/register', { form: Form.blank(RegisterDto) });
  }

  @Public()
  @UseGuards(RegistrationGuard)
  @Post('register')
  async join(@FormOf(RegisterDto) form: Form<RegisterDto>, @Req() request: AppRequest, @CurrentUser() me?: Viewer) {
    if (me) return redirect('timeline.home');
    let joined: Flash | undefined;
    const isDone = await form.accepts(async (dto) => {
      const { username, email } = await this.registration.join(dto, { ip: request.ip, locale: this.locales.of(request) });
      const also = { key: 'auth.flash.confirmationSent', args: { email } } as const;
      joined = { ...success('auth.flash.registered', { username }), also };
    });
    return isDone ? redirect('auth.login', {}, joined) : page('auth/register', { form });
  }

  private loginPage(form: Form<LoginDto>, next: unknown) {
    return page('auth/login', { form, next: localPath(next, this.http.pathPrefix), passkeys: this.passkeys.isOffered });
  }

  /** To the second step, for who has one; else in. */
  private async goOn(user: User, wishes: SignInWishes, request: AppRequest, response: Response): Promise<RedirectTo> {
    const isAsked = (await this.secondStep.isOn(user.id)) && !(await this.devices.isTrusted(user.id, request));
    if (!isAsked) return this.signIns.finish(user, wishes, request, response);
    this.begun.keep(user, wishes.remember, response);
    return redirect('secondStep.ask', { next: localPath(wishes.next, this.http.pathPrefix) });
  }
}
