import { Delete, Get, HttpCode, Param } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiProperty } from '@nestjs/swagger';
import { ApiController } from '../../api/api-controller.decorator';
import { ApiProblems } from '../../api/api-problems.decorator';
import { CurrentUser } from '../../common/current-user.decorator';
import type { Viewer } from '../../common/viewer';
import { BrowsersService, type SignedInBrowser } from './browsers.service';
import { DeviceJson, deviceJson } from './device-json';

/** A browser in which one is signed in. */
export class SessionJson extends DeviceJson {
  @ApiProperty({ description: 'Names it here. It opens nothing' })
  readonly id!: string;

  @ApiProperty({ description: 'It comes back signed in after it was closed' })
  readonly remembered!: boolean;

  @ApiProperty({ format: 'date-time' })
  readonly last_used_at!: string;
}

/** Where one is signed in, and how to end that. Tokens are no sessions. */
@ApiController('sessions')
export class BrowsersApiController {
  constructor(private readonly browsers: BrowsersService) {}

  @Get()
  @ApiOperation({ summary: 'The browsers in which you are signed in, by their last use' })
  @ApiOkResponse({ type: [SessionJson] })
  async list(@CurrentUser() me: Viewer): Promise<SessionJson[]> {
    return (await this.browsers.list(me.id, undefined)).map(sessionJson);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Signs you out there' })
  @ApiParam({ name: 'id', schema: { type: 'string' } })
  @ApiNoContentResponse()
  @ApiProblems(404)
  async end(@Param('id') handle: string, @CurrentUser() me: Viewer): Promise<void> {
    await this.browsers.end(me.id, handle);
  }
}

function sessionJson({ handle, userAgent, isRemembered, lastUsedAt }: SignedInBrowser): SessionJson {
  return { id: handle, ...deviceJson(userAgent), remembered: isRemembered, last_used_at: lastUsedAt.toISOString() };
}
