import { HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation } from '@nestjs/swagger';
import { ApiController } from '../api/api-controller.decorator';
import { ApiProblems } from '../api/api-problems.decorator';
import { JsonBody } from '../api/json-body.decorator';
import { CurrentUser } from '../common/current-user.decorator';
import type { Viewer } from '../common/viewer';
import { UserId } from '../users/user-id.decorator';
import { UsersService } from '../users/users.service';
import { SendReportDto } from './dto/moderation.dto';
import { ModerationService } from './moderation.service';

/** Telling those who look after the place. */
@ApiController('users/:id/reports', { tag: 'users' })
export class ModerationApiController {
  constructor(
    private readonly moderation: ModerationService,
    private readonly users: UsersService,
  ) {}

  @Post()
  @HttpCode(204)
  @ApiOperation({ summary: 'Tells the moderators of somebody, or of a post of theirs; the same again is one report' })
  @ApiNoContentResponse()
  @ApiProblems(404, 429)
  async report(
    @UserId() id: number,
    @JsonBody(SendReportDto) { reason, post_id: postId }: SendReportDto,
    @CurrentUser() me: Viewer,
  ): Promise<void> {
    await this.moderation.report(me, await this.users.get(id), reason, postId);
  }
}
