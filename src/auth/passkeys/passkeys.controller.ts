import { Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { AppRequest } from '../../common/app-request';
import { CurrentUser } from '../../common/current-user.decorator';
import { parseId } from '../../common/page';
import type { Viewer } from '../../common/viewer';
import { page, redirect, success } from '../../web/answers';
import { Form } from '../../web/form';
import { FormOf } from '../../web/form-of.decorator';
import { AccountService } from '../account/account.service';
import { AddPasskeyDto } from './dto/passkey.dto';
import { PasskeyNotFound } from './passkeys.errors';
import { PasskeysService } from './passkeys.service';

/** One's own passkeys. */
@Controller('settings/passkeys')
export class PasskeysController {
  constructor(
    private readonly passkeys: PasskeysService,
    private readonly account: AccountService,
  ) {}

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
  async add(@CurrentUser() me: Viewer, @FormOf(AddPasskeyDto) form: Form<AddPasskeyDto>, @Req() { ip }: AppRequest) {
    const isAdded = await form.accepts(async ({ name, answer, current_password: password }) => {
      await this.account.verify({ viewer: me, password, ip });
      await this.passkeys.add(me.id, name, answer);
    });
    if (!isAdded) return this.page(me, form);
    return redirect('passkeys.list', {}, success('settings.flash.passkeyAdded'));
  }

  @Post(':id/remove')
  async remove(@CurrentUser() me: Viewer, @Param('id') text: string) {
    const id = parseId(text);
    if (id === undefined) throw new PasskeyNotFound();
    await this.passkeys.remove(me.id, id);
    return redirect('passkeys.list', {}, success('settings.flash.passkeyRemoved'));
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
