import { HttpCode, Put, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation } from '@nestjs/swagger';
import { ApiController } from '../api/api-controller.decorator';
import { ApiProblems } from '../api/api-problems.decorator';
import { JsonBody } from '../api/json-body.decorator';
import { PasswordAgainDto } from '../auth/account/dto/account.dto';
import { proofOf } from '../auth/account/account.service';
import type { AppRequest } from '../common/app-request';
import { CurrentUser } from '../common/current-user.decorator';
import type { Viewer } from '../common/viewer';
import { RequestLocale } from '../i18n/request-locale';
import { AccountDeletionService } from './account-deletion.service';

/** Leaving for good. */
@ApiController('account/deletion', { tag: 'account' })
export class AccountDeletionApiController {
  constructor(
    private readonly deletions: AccountDeletionService,
    private readonly locales: RequestLocale,
  ) {}

  @Put()
  @HttpCode(204)
  @ApiOperation({ summary: 'Hides your account at once, ends every token, and deletes it in 14 days unless you sign in again' })
  @ApiNoContentResponse()
  @ApiProblems(429)
  async request(
    @JsonBody(PasswordAgainDto) sent: PasswordAgainDto,
    @CurrentUser() me: Viewer,
    @Req() request: AppRequest,
  ): Promise<void> {
    await this.deletions.request(proofOf(sent, me, request), this.locales.of(request));
  }
}
