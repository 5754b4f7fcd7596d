import { Get, HttpCode, Put, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { ApiController } from '../../api/api-controller.decorator';
import { ApiProblems } from '../../api/api-problems.decorator';
import { JsonBody } from '../../api/json-body.decorator';
import type { AppRequest } from '../../common/app-request';
import { CurrentUser } from '../../common/current-user.decorator';
import type { Viewer } from '../../common/viewer';
import { PasswordAgainDto } from '../account/dto/account.dto';
import { proofOf } from '../account/account.service';
import { PasskeyId } from './passkey-id.decorator';
import { PasskeysService } from './passkeys.service';

/** What signs one in by finger, face or PIN. */
export class PasskeyJson {
  @ApiProperty({ type: 'integer', minimum: 1, example: 1 })
  readonly id!: number;

  @ApiProperty({ example: 'My phone' })
  readonly name!: string;

  @ApiProperty({ format: 'date-time' })
  readonly timestamp!: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  readonly last_used_at!: string | null;
}

/** One's own passkeys. They are made in a browser, which belongs to them. */
@ApiController('passkeys', { tag: 'account' })
export class PasskeysApiController {
  constructor(private readonly passkeys: PasskeysService) {}

  @Get()
  @ApiOperation({ summary: 'Your passkeys' })
  @ApiOkResponse({ type: [PasskeyJson] })
  async list(@CurrentUser() me: Viewer): Promise<PasskeyJson[]> {
    return (await this.passkeys.list(me.id)).map(({ id, name, createdAt, lastUsedAt }) => ({
      id,
      name,
      timestamp: createdAt.toISOString(),
      last_used_at: lastUsedAt?.toISOString() ?? null,
    }));
  }

  @Put(':id/deletion')
  @HttpCode(204)
  @ApiOperation({ summary: 'Forgets a passkey: it signs nobody in any more' })
  @ApiNoContentResponse()
  @ApiProblems(404, 429)
  async remove(
    @PasskeyId() id: number,
    @JsonBody(PasswordAgainDto) sent: PasswordAgainDto,
    @CurrentUser() me: Viewer,
    @Req() request: AppRequest,
  ): Promise<void> {
    await this.passkeys.remove(proofOf(sent, me, request), id);
  }
}
