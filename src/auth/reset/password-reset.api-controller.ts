import { HttpCode, Post, Put, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation } from '@nestjs/swagger';
import { ApiController } from '../../api/api-controller.decorator';
import { ApiProblems } from '../../api/api-problems.decorator';
import { JsonBody } from '../../api/json-body.decorator';
import type { AppRequest } from '../../common/app-request';
import { RequestLocale } from '../../i18n/request-locale';
import { ResetPasswordDto } from './dto/new-password.dto';
import { ResetRequestDto } from './dto/reset-request.dto';
import { PasswordResetService } from './password-reset.service';

/** A new password by mail. */
@ApiController('password_resets', { tag: 'account', open: true })
export class PasswordResetApiController {
  constructor(
    private readonly resets: PasswordResetService,
    private readonly locales: RequestLocale,
  ) {}

  @Post()
  @HttpCode(204)
  @ApiOperation({ summary: 'Sends a link by mail, if there is an account with this address; which is not told' })
  @ApiNoContentResponse()
  @ApiProblems(429)
  async request(@JsonBody(ResetRequestDto) { email }: ResetRequestDto, @Req() request: AppRequest): Promise<void> {
    await this.resets.request(email, { ip: request.ip, locale: this.locales.of(request) });
  }

  @Put()
  @HttpCode(204)
  @ApiOperation({
    summary: 'Sets a new password by the token of that link, once, and ends every session and token of the account',
  })
  @ApiNoContentResponse()
  @ApiProblems(404)
  async reset(@JsonBody(ResetPasswordDto) { token, password }: ResetPasswordDto, @Req() request: AppRequest): Promise<void> {
    await this.resets.reset(token, password, this.locales.of(request));
  }
}
