import { Controller, Get, Post, Req } from '@nestjs/common';
import type { AppRequest } from '../common/app-request';
import { CurrentUser } from '../common/current-user.decorator';
import type { Viewer } from '../common/viewer';
import { RequestLocale } from '../i18n/request-locale';
import { notice, page, redirect } from '../web/answers';
import { Form } from '../web/form';
import { FormOf } from '../web/form-of.decorator';
import { AccountDeletionService } from './account-deletion.service';
import { DeleteAccountDto } from './dto/delete-account.dto';

/** Leaving for good. */
@Controller('settings/account/delete')
export class AccountDeletionController {
  constructor(
    private readonly deletions: AccountDeletionService,
    private readonly locales: RequestLocale,
  ) {}

  @Get()
  show() {
    return page('settings/delete', { form: Form.blank(DeleteAccountDto) });
  }

  @Post()
  async request(@CurrentUser() me: Viewer, @FormOf(DeleteAccountDto) form: Form<DeleteAccountDto>, @Req() request: AppRequest) {
    const isRequested = await form.accepts(({ current_password: password }) =>
      this.deletions.request({ viewer: me, password, ip: request.ip }, this.locales.of(request)),
    );
    if (!isRequested) return page('settings/delete', { form });
    return redirect('auth.login', {}, notice('settings.flash.leaving'));
  }
}
