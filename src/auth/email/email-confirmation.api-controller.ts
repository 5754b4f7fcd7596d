import { HttpCode, Post, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation } from '@nestjs/swagger';
import { ApiController } from '../../api/api-controller.decorator';
import { ApiProblems } from '../../api/api-problems.decorator';
import type { AppRequest } from '../../common/app-request';
import { CurrentUser } from '../../common/current-user.decorator';
import type { Viewer } from '../../common/viewer';
import { RequestLocale } from '../../i18n/request-locale';
import { EmailQuestions } from './email-questions.service';

/** Whose address it is. Confirming is for browsers: a program with a token could take an account over, by a change to an address of its own. */
@ApiController('email_confirmations', { tag: 'account' })
export class EmailConfirmationApiController {
  constructor(
    private readonly questions: EmailQuestions,
    private readonly locales: RequestLocale,
  ) {}

  @Post()
  @HttpCode(204)
  @ApiOperation({ summary: 'Sends another link to your address, unless it is confirmed' })
  @ApiNoContentResponse()
  @ApiProblems(429)
  async sendAgain(@CurrentUser() me: Viewer, @Req() request: AppRequest): Promise<void> {
    await this.questions.askAgain(me, this.locales.of(request));
  }
}
