import { Delete, Get, HttpCode, Put, Req, UseGuards } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { ApiController } from '../../api/api-controller.decorator';
import { ApiProblems } from '../../api/api-problems.decorator';
import { JsonBody } from '../../api/json-body.decorator';
import type { AppRequest } from '../../common/app-request';
import { CurrentUser } from '../../common/current-user.decorator';
import type { Viewer } from '../../common/viewer';
import { RequestLocale } from '../../i18n/request-locale';
import { AddressChangeGuard } from '../../users/address-change.guard';
import { EmailQuestions } from '../email/email-questions.service';
import { AccountService, proofOf } from './account.service';
import { ChangeEmailDto, ReplacePasswordDto } from './dto/account.dto';

/** What is known of one's account and shown to nobody else. */
export class AccountJson {
  @ApiProperty({ example: 'susan' })
  readonly username!: string;

  @ApiProperty({ format: 'email' })
  readonly email!: string;

  @ApiProperty({ description: 'Its owner has followed the link in the mail' })
  readonly email_confirmed!: boolean;

  @ApiProperty({ type: String, nullable: true, format: 'email', description: 'Will be the address once it is confirmed' })
  readonly wished_email!: string | null;
}

/** One's own account: its address, its password. Each change wants the password: a token may be in other hands. */
@ApiController('account')
export class AccountApiController {
  constructor(
    private readonly account: AccountService,
    private readonly emails: EmailQuestions,
    private readonly locales: RequestLocale,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Your account' })
  @ApiOkResponse({ type: AccountJson })
  async show(@CurrentUser() { id, username, email, emailConfirmed }: Viewer): Promise<AccountJson> {
    return { username, email, email_confirmed: emailConfirmed, wished_email: await this.emails.wished(id) };
  }

  @UseGuards(AddressChangeGuard)
  @Put('email')
  @HttpCode(204)
  @ApiOperation({ summary: 'Asks for another address, which counts once the link in a mail to it was followed' })
  @ApiNoContentResponse()
  @ApiProblems(429)
  async changeEmail(
    @JsonBody(ChangeEmailDto) sent: ChangeEmailDto,
    @CurrentUser() me: Viewer,
    @Req() request: AppRequest,
  ): Promise<void> {
    await this.account.changeEmail(proofOf(sent, me, request), sent.email, this.locales.of(request));
  }

  @Delete('wished_email')
  @HttpCode(204)
  @ApiOperation({ summary: 'Keeps the address as it is' })
  @ApiNoContentResponse()
  async keepEmail(@CurrentUser() me: Viewer): Promise<void> {
    await this.emails.cancel(me.id);
  }

  @Put('password')
  @HttpCode(204)
  @ApiOperation({ summary: 'Changes your password, and ends every session and token of yours, the one in use too' })
  @ApiNoContentResponse()
  @ApiProblems(429)
  async changePassword(
    @JsonBody(ReplacePasswordDto) sent: ReplacePasswordDto,
    @CurrentUser() me: Viewer,
    @Req() request: AppRequest,
  ): Promise<void> {
    await this.account.changePassword(proofOf(sent, me, request), sent.password, this.locales.of(request));
  }
}
