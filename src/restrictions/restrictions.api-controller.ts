import { Delete, Put } from '@nestjs/common';
import { ApiController } from '../api/api-controller.decorator';
import { ApiProblems } from '../api/api-problems.decorator';
import { ApiSwitch } from '../api/api-switch.decorator';
import { CurrentUser } from '../common/current-user.decorator';
import type { Viewer } from '../common/viewer';
import { UserId } from '../users/user-id.decorator';
import { UsersService } from '../users/users.service';
import { RestrictionsService } from './restrictions.service';

/** Whom one does not want to see, or to be seen by. */
@ApiController('users/:id', { tag: 'users' })
export class RestrictionsApiController {
  constructor(
    private readonly restrictions: RestrictionsService,
    private readonly users: UsersService,
  ) {}

  @ApiSwitch(Put('block'), 'Keeps somebody from seeing, following and writing to you; you follow each other no longer')
  @ApiProblems(400)
  async block(@UserId() id: number, @CurrentUser() me: Viewer): Promise<void> {
    await this.restrictions.block(me.id, (await this.users.get(id)).id);
  }

  @ApiSwitch(Delete('block'), 'Blocks somebody no longer')
  async unblock(@UserId() id: number, @CurrentUser() me: Viewer): Promise<void> {
    await this.restrictions.unblock(me.id, await this.users.getAny(id), id);
  }

  @ApiSwitch(Put('mute'), 'Shows you nothing of somebody any more, who does not notice')
  @ApiProblems(400)
  async mute(@UserId() id: number, @CurrentUser() me: Viewer): Promise<void> {
    await this.restrictions.mute(me.id, (await this.users.get(id)).id);
  }

  @ApiSwitch(Delete('mute'), 'Mutes somebody no longer')
  async unmute(@UserId() id: number, @CurrentUser() me: Viewer): Promise<void> {
    await this.restrictions.unmute(me.id, await this.users.getAny(id), id);
  }
}
