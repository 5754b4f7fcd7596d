import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { AppRequest } from '../../common/app-request';
import { CurrentUser } from '../../common/current-user.decorator';
import { Public } from '../../common/public.decorator';
import type { Viewer } from '../../common/viewer';
import { HttpConfig } from '../../config/http.config';
import { page, redirect, type RedirectTo } from '../../web/answers';
import { Form } from '../../web/form';
import { FormOf } from '../../web/form-of.decorator';
import { localPath } from '../../web/local-path';
import { SignInService } from '../sign-in.service';
import { BegunSignIn } from './begun-sign-in';
import { SecondStepDto } from './dto/two-step.dto';
import { SecondStepService } from './second-step.service';
import { TrustedDevicesService } from './trusted-devices.service';

/** The second step of a sign-in. Who has not done the first is sent to it. */
@Controller('auth/second_step')
export class SecondStepController {
  constructor(
    private readonly begun: BegunSignIn,
    private readonly secondStep: SecondStepService,
    private readonly devices: TrustedDevicesService,
    private readonly signIns: SignInService,
    private readonly http: HttpConfig,
  ) {}

  @Public()
  @Get()
  async ask(@Query('next') next: unknown, @Req() request: AppRequest, @CurrentUser() me?: Viewer) {
    if (me) return redirect('timeline.home');
    if (!(await this.begun.of(request))) return redirect('auth.login', { next: this.path(next) });
    return page('auth/second-step', { form: Form.blank(SecondStepDto), next: this.path(next) });
  }

  @Public()
  @Post()
  async check(
    @FormOf(SecondStepDto) form: Form<SecondStepDto>,
    @Query('next') next: unknown,
    @Req() request: AppRequest,
    @Res({ passthrough: true }) response: Response,
    @CurrentUser() me?: Viewer,
  ) {
    if (me) return redirect('timeline.home');
    const begun = await this.begun.of(request);
    if (!begun) return redirect('auth.login', { next: this.path(next) });
    let signedIn: RedirectTo | undefined;
    await form.accepts(async ({ code, trust_device: trusts }) => {
      await this.secondStep.check(begun.user, code);
      signedIn = await this.signIns.finish(begun.user, { ...begun, next }, request, response, async () => {
        if (trusts) await this.devices.trust(begun.user.id, request, response);
      });
    });
    if (!signedIn) return page('auth/second-step', { form, next: this.path(next) });
    this.begun.forget(response);
    return signedIn;
  }

  private path(next: unknown): string | undefined {
    return localPath(next, this.http.pathPrefix);
  }
}
