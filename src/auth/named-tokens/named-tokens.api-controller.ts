import { Delete, Get, HttpCode } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { ApiController } from '../../api/api-controller.decorator';
import { ApiProblems } from '../../api/api-problems.decorator';
import { CurrentUser } from '../../common/current-user.decorator';
import type { Viewer } from '../../common/viewer';
import { TOKEN_SCOPES, type TokenScope } from '../api-token.entity';
import { ApiTokensService } from '../api-tokens.service';
import { TokenNotFound } from './named-tokens.errors';
import { TokenId } from './token-id.decorator';

/** What is known of a token; the token itself is nowhere kept. */
export class TokenFactsJson {
  @ApiProperty({ type: 'integer', minimum: 1, example: 1 })
  readonly id!: number;

  @ApiProperty({ description: "'' for one that was had by the password", example: 'My bot' })
  readonly name!: string;

  @ApiProperty({ enum: TOKEN_SCOPES })
  readonly scope!: TokenScope;

  @ApiProperty({ format: 'date-time' })
  readonly issued_at!: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: 'Null for one that was never used' })
  readonly last_used_at!: string | null;

  @ApiProperty({ format: 'date-time' })
  readonly expires_at!: string;
}

/** The tokens that one's programs have. They are made in the settings, with the password. */
@ApiController('tokens', { repeatable: true })
export class NamedTokensApiController {
  constructor(private readonly tokens: ApiTokensService) {}

  @Get()
  @ApiOperation({ summary: 'The tokens that call in your name' })
  @ApiOkResponse({ type: [TokenFactsJson] })
  async list(@CurrentUser() me: Viewer): Promise<TokenFactsJson[]> {
    return (await this.tokens.list(me.id)).map(({ id, name, scope, issuedAt, lastUsedAt, expiresAt }) => ({
      id,
      name,
      scope,
      issued_at: issuedAt.toISOString(),
      last_used_at: lastUsedAt?.toISOString() ?? null,
      expires_at: expiresAt.toISOString(),
    }));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Revokes a token of yours' })
  @ApiNoContentResponse()
  @ApiProblems(404)
  async revoke(@TokenId() id: number, @CurrentUser() me: Viewer): Promise<void> {
    if (!(await this.tokens.revoke(me.id, id))) throw new TokenNotFound();
  }
}
