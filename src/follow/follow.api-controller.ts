import { Delete, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation } from '@nestjs/swagger';
import { ApiController } from '../api/api-controller.decorator';
import { ApiProblems } from '../api/api-problems.decorator';
import { CurrentUser } from '../common/current-user.decorator';
import type { Viewer } from '../common/viewer';
import { UserId } from '../users/user-id.decorator';
import { UsersService } from '../users/users.service';
import { FollowService } from './follow.service';

/** Following and no longer following. */
@ApiController('users/:id/follow', { tag: 'users' })
export class FollowApiController {
  constructor(
    private readonly follows: FollowService,
    private readonly users: UsersService,
  ) {}

  @Put()
  @HttpCode(204)
  @ApiOperation({ summary: 'Follows somebody; doing it twice is harmless' })
  @ApiNoContentResponse()
  @ApiProblems(400, 404, 409)
  async follow(@UserId() id: number, @CurrentUser() me: Viewer): Promise<void> {
    await this.follows.follow(me.id, id);
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Follows somebody no longer; doing it twice is harmless' })
  @ApiNoContentResponse()
  @ApiProblems(400, 404)
  async unfollow(@UserId() id: number, @CurrentUser() me: Viewer): Promise<void> {
    const person = await this.users.get(id);
    await this.follows.unfollow(me.id, person.id);
  }
}
