import { Delete, Header, HttpCode, Post, Req, UseGuards } from '@nestjs/common';
import { ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { ApiProblems } from '../api/api-problems.decorator';
import { ApiController } from '../api/api-controller.decorator';
import { CurrentUser } from '../common/current-user.decorator';
import { Public } from '../common/public.decorator';
import type { Viewer } from '../common/viewer';
import { ApiTokensService } from './api-tokens.service';
import { BasicGuard, CODE_HEADER, type BasicRequest } from './basic.guard';
import { ForReadOnlyTokens } from './token.guard';
import type { TokenRequest } from './token.strategy';

export class TokenJson {
  @ApiProperty({ description: 'For the header `Authorization: Bearer …`' })
  readonly token!: string;

  @ApiProperty({ format: 'date-time' })
  readonly expires_at!: string;
}

/** Tokens, with which programs call everything else. */
@ApiController('tokens', { repeatable: true })
export class TokensApiController {
  constructor(private readonly tokens: ApiTokensService) {}

  @Public()
  @UseGuards(BasicGuard)
  @Post()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ApiHeader({ name: CODE_HEADER, required: false, description: 'A code, for an account with a second step' })
  @ApiOperation({ summary: 'A token for an hour; the one you have while it lasts', security: [{ basic: [] }] })
  @ApiOkResponse({ type: TokenJson })
  @ApiProblems(429)
  async issue(@Req() { account }: BasicRequest): Promise<TokenJson> {
    const { token, expiresAt } = await this.tokens.issueTo(account);
    return { token, expires_at: expiresAt.toISOString() };
  }

  // Whoever has it may always give it up.
  @ForReadOnlyTokens()
  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Revokes the token that you send' })
  @ApiNoContentResponse()
  async revoke(@Req() { tokenId }: TokenRequest, @CurrentUser() me: Viewer): Promise<void> {
    await this.tokens.revoke(me.id, tokenId);
  }
}
