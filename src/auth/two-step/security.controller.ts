import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { AppRequest } from '../../common/app-request';
import { CurrentUser } from '../../common/current-user.decorator';
import type { Viewer } from '../../common/viewer';
import { page, redirect, success } from '../../web/answers';
import { Form } from '../../web/form';
import { FormOf } from '../../web/form-of.decorator';
import { PasswordAgainDto } from '../account/dto/account.dto';
import { proofOf } from '../account/account.service';
import { deviceOf } from '../browsers/device';
import { hashOf } from '../secrets';
import { ConfirmSecondStepDto } from './dto/two-step.dto';
import { SecondStepService } from './second-step.service';
import { TrustedDevicesService } from './trusted-devices.service';

/** Turning the second step on and off. Each change wants the password: an open browser may be somebody else's for a minute. */
@Controller('settings/security')
export class SecurityController {
  constructor(
    private readonly secondStep: SecondStepService,
    private readonly devices: TrustedDevicesService,
  ) {}

  @Get()
  async show(@CurrentUser() me: Viewer) {
    const devices = (await this.devices.list(me.id)).map(({ id, userAgent, createdAt }) => ({
      handle: hashOf(id),
      device: deviceOf(userAgent),
      createdAt: createdAt.toISOString(),
    }));
    const isOn = await this.secondStep.isOn(me.id);
    return page('settings/security', { isOn, devices, codesLeft: isOn ? await this.secondStep.codesLeft(me.id) : 0 });
  }

  @Get('turn_on')
  turnOn() {
    return page('settings/second-step-on', { form: Form.blank(PasswordAgainDto) });
  }

  @Post('turn_on')
  async begin(@CurrentUser() me: Viewer, @FormOf(PasswordAgainDto) form: Form<PasswordAgainDto>, @Req() request: AppRequest) {
    const isBegun = await form.accepts((sent) => this.secondStep.begin(proofOf(sent, me, request)));
    return isBegun ? redirect('security.setup') : page('settings/second-step-on', { form });
  }

  @Get('setup')
  setup(@CurrentUser() me: Viewer, @Res({ passthrough: true }) response: Response) {
    return this.setupPage(me, Form.blank(ConfirmSecondStepDto), response);
  }

  @Post('setup')
  async confirm(
    @CurrentUser() me: Viewer,
    @FormOf(ConfirmSecondStepDto) form: Form<ConfirmSecondStepDto>,
    @Res({ passthrough: true }) response: Response,
  ) {
    let codes: string[] = [];
    const isOn = await form.accepts(async ({ code }) => (codes = await this.secondStep.confirm(me, code)));
    return isOn ? codesPage(codes, response) : this.setupPage(me, form, response);
  }

  @Get('codes')
  async codes(@CurrentUser() me: Viewer) {
    if (!(await this.secondStep.isOn(me.id))) return redirect('security.show');
    return page('settings/recovery-codes-new', { form: Form.blank(PasswordAgainDto) });
  }

  @Post('codes')
  async newCodes(
    @CurrentUser() me: Viewer,
    @FormOf(PasswordAgainDto) form: Form<PasswordAgainDto>,
    @Req() request: AppRequest,
    @Res({ passthrough: true }) response: Response,
  ) {
    if (!(await this.secondStep.isOn(me.id))) return redirect('security.show');
    let codes: string[] = [];
    const isDone = await form.accepts(async (sent) => (codes = await this.secondStep.renewCodes(proofOf(sent, me, request))));
    return isDone ? codesPage(codes, response) : page('settings/recovery-codes-new', { form });
  }

  @Get('turn_off')
  turnOff() {
    return page('settings/second-step-off', { form: Form.blank(PasswordAgainDto) });
  }

  @Post('turn_off')
  async end(@CurrentUser() me: Viewer, @FormOf(PasswordAgainDto) form: Form<PasswordAgainDto>, @Req() request: AppRequest) {
    const isOff = await form.accepts((sent) => this.secondStep.turnOff(proofOf(sent, me, request)));
    return isOff
      ? redirect('security.show', {}, success('settings.flash.secondStepOff'))
      : page('settings/second-step-off', { form });
  }

  @Post('devices/:handle/forget')
  async forgetDevice(@CurrentUser() me: Viewer, @Param('handle') handle: string) {
    await this.devices.forget(me.id, handle);
    return redirect('security.show', {}, success('settings.flash.saved'));
  }

  private async setupPage(me: Viewer, form: Form<ConfirmSecondStepDto>, response: Response) {
    const setup = await this.secondStep.setupOf(me);
    if (!setup) return redirect('security.show');
    response.setHeader('Cache-Control', 'no-store');
    // 57 modules, for a page that hardly anybody opens twice.
    const qrCodes = await import('qrcode');
    const svg = await qrCodes.toString(setup.uri, { type: 'svg', errorCorrectionLevel: 'M' });
    const qrCode = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
    return page('settings/second-step-setup', { form, qrCode, secret: setup.secret.match(/.{4}/g)?.join(' ') });
  }
}

/** Shown once, so kept by no cache. */
function codesPage(codes: readonly string[], response: Response) {
  response.setHeader('Cache-Control', 'no-store');
  return page('settings/recovery-codes', { codes });
}
