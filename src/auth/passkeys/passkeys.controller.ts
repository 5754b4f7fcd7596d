import { Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import type { AppRequest } from '../../common/app-request';
import { CurrentUser } from '../../common/current-user.decorator';
import type { Viewer } from '../../common/viewer';
import { page, redirect, success } from '../../web/answers';
import { Form } from '../../web/form';
import { FormOf } from '../../web/form-of.decorator';
import { PasswordAgainDto } from '../account/dto/account.dto';
import { proofOf } from '../account/account.service';
import { AddPasskeyDto } from './dto/passkey.dto';
import { PasskeyId } from './passkey-id.decorator';
import { PasskeysService } from './passkeys.service';

/** One's own passkeys. */
@Controller('settings/passkeys')
export class PasskeysController {
  constructor(private readonly passkeys: PasskeysService) {}

  @Get()
  async list(@CurrentUser() me: Viewer) {
    return this.page(me, Form.blank(AddPasskeyDto));
  }

  /** For the script of that page. */
  @Post('options')
  @HttpCode(200)
  options(@CurrentUser() me: Viewer) {
    return this.passkeys.askToAdd(me);
  }

  @Post()
  async add(@CurrentUser() me: Viewer, @FormOf(AddPasskeyDto) form: Form<AddPasskeyDto>, @Req() request: AppRequest) {
    const isAdded = await form.accepts((sent) => this.passkeys.add(proofOf(sent, me, request), sent.name, sent.answer));
    if (!isAdded) return this.page(me, form);
    return redirect('passkeys.list', {}, success('settings.flash.passkeyAdded'));
  }

  @Get(':id/remove')
  async askToRemove(@CurrentUser() me: Viewer, @PasskeyId() id: number) {
    return this.removalPage(me, id, Form.blank(PasswordAgainDto));
  }

  @Post(':id/remove')
  async remove(
    @CurrentUser() me: Viewer,
    @PasskeyId() id: number,
    @FormOf(PasswordAgainDto) form: Form<PasswordAgainDto>,
    @Req() request: AppRequest,
  ) {
    const isRemoved = await form.accepts((sent) => this.passkeys.remove(proofOf(sent, me, request), id));
    if (!isRemoved) return this.removalPage(me, id, form);
    return redirect('passkeys.list', {}, success('settings.flash.passkeyRemoved'));
  }

  private async removalPage({ id: userId }: Viewer, id: number, form: Form<PasswordAgainDto>) {
    const { name } = await this.passkeys.get(userId, id);
    return page('settings/passkey-remove', { form, id, name });
  }

  private async page(me: Viewer, form: Form<AddPasskeyDto>) {
    const passkeys = (await this.passkeys.list(me.id)).map(({ id, name, createdAt, lastUsedAt }) => ({
      id,
      name,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    }));
    return page('settings/passkeys', { form, passkeys, isOffered: this.passkeys.isOffered });
  }
}
