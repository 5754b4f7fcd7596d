import { Controller, Get, Post, Req } from '@nestjs/common';
import { PasswordAgainDto } from '../auth/account/dto/account.dto';
import { proofOf } from '../auth/account/account.service';
import type { AppRequest } from '../common/app-request';
import { CurrentUser } from '../common/current-user.decorator';
import type { Viewer } from '../common/viewer';
import { RequestLocale } from '../i18n/request-locale';
import { notice, page, redirect } from '../web/answers';
import { Form } from '../web/form';
import { FormOf } from '../web/form-of.decorator';
import { AccountDeletionService } from './account-deletion.service';

/** Leaving for good. */
@Controller('settings/account/delete')
export class AccountDeletionController {
  constructor(
    private readonly deletions: AccountDeletionService,
    private readonly locales: RequestLocale,
  ) {}

  @Get()
  show() {
    return page('settings/delete', { form: Form.blank(PasswordAgainDto) });
  }

  @Post()
  async request(@CurrentUser() me: Viewer, @FormOf(PasswordAgainDto) form: Form<PasswordAgainDto>, @Req() request: AppRequest) {
    const isRequested = await form.accepts((sent) =>
      this.deletions.request(proofOf(sent, me, request), this.locales.of(request)),
    );
    if (!isRequested) return page('settings/delete', { form });
    return redirect('auth.login', {}, notice('settings.flash.leaving'));
  }
}
