import { Controller, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { AppRequest } from '../../common/app-request';
import { CurrentUser } from '../../common/current-user.decorator';
import { Public } from '../../common/public.decorator';
import type { Viewer } from '../../common/viewer';
import { addressKey } from '../../throttling/address-key';
import { Throttles } from '../../throttling/throttles.service';
import { redirect, type RedirectTo, warning } from '../../web/answers';
import { Form } from '../../web/form';
import { FormOf } from '../../web/form-of.decorator';
import { SignInService } from '../sign-in.service';
import { PasskeySignInDto } from './dto/passkey.dto';
import { PasskeysService } from './passkeys.service';

/** Signing in by passkey alone. */
@Controller('auth/passkey')
export class PasskeySignInController {
  constructor(
    private readonly passkeys: PasskeysService,
    private readonly signIns: SignInService,
    private readonly throttles: Throttles,
  ) {}

  /** For the script of the sign-in page. */
  @Public()
  @Post('options')
  @HttpCode(200)
  async options(@Req() { ip }: AppRequest) {
    await this.throttles.take('challenges', addressKey(ip));
    return this.passkeys.askToSignIn();
  }

  @Public()
  @Post()
  async signIn(
    @FormOf(PasskeySignInDto) form: Form<PasskeySignInDto>,
    @Query('next') next: unknown,
    @Req() request: AppRequest,
    @Res({ passthrough: true }) response: Response,
    @CurrentUser() me?: Viewer,
  ): Promise<RedirectTo> {
    if (me) return redirect('timeline.home');
    let signedIn: RedirectTo | undefined;
    await form.accepts(async ({ answer }) => {
      const user = await this.passkeys.verify(answer);
      signedIn = await this.signIns.finish(user, { remember: false, next }, request, response);
    });
    return signedIn ?? redirect('auth.login', {}, warning('errors.auth.passkeyRefused'));
  }
}
