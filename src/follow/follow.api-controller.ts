import { Delete, Put } from '@nestjs/common';
import { ApiController } from '../api/api-controller.decorator';
import { ApiProblems } from '../api/api-problems.decorator';
import { ApiSwitch } from '../api/api-switch.decorator';
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

  @ApiSwitch(Put(), 'Follows somebody')
  @ApiProblems(400, 409)
  async follow(@UserId() id: number, @CurrentUser() me: Viewer): Promise<void> {
    await this.follows.follow(me.id, id);
  }

  @ApiSwitch(Delete(), 'Follows somebody no longer')
  @ApiProblems(400)
  async unfollow(@UserId() id: number, @CurrentUser() me: Viewer): Promise<void> {
    const person = await this.users.get(id);
    await this.follows.unfollow(me.id, person.id);
  }
}
