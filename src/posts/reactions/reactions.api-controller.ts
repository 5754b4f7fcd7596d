import { Delete, Put } from '@nestjs/common';
import { ApiController } from '../../api/api-controller.decorator';
import { ApiSwitch } from '../../api/api-switch.decorator';
import { CurrentUser } from '../../common/current-user.decorator';
import type { Viewer } from '../../common/viewer';
import { PostId } from '../post-id.decorator';
import { ReactionsService } from './reactions.service';

/** What readers do with a post. */
@ApiController('posts/:id', { tag: 'posts' })
export class ReactionsApiController {
  constructor(private readonly reactions: ReactionsService) {}

  @ApiSwitch(Put('like'), 'Likes a post')
  like(@PostId() id: number, @CurrentUser() me: Viewer): Promise<void> {
    return this.reactions.like(id, me);
  }

  @ApiSwitch(Delete('like'), 'Likes a post no longer')
  unlike(@PostId() id: number, @CurrentUser() me: Viewer): Promise<void> {
    return this.reactions.unlike(id, me);
  }

  @ApiSwitch(Put('repost'), 'Passes a post on to your followers')
  repost(@PostId() id: number, @CurrentUser() me: Viewer): Promise<void> {
    return this.reactions.repost(id, me);
  }

  @ApiSwitch(Delete('repost'), 'Takes that back')
  unrepost(@PostId() id: number, @CurrentUser() me: Viewer): Promise<void> {
    return this.reactions.unrepost(id, me);
  }

  @ApiSwitch(Put('bookmark'), 'Keeps a post for later; nobody else knows')
  bookmark(@PostId() id: number, @CurrentUser() me: Viewer): Promise<void> {
    return this.reactions.bookmark(id, me);
  }

  @ApiSwitch(Delete('bookmark'), 'Keeps a post no longer')
  unbookmark(@PostId() id: number, @CurrentUser() me: Viewer): Promise<void> {
    return this.reactions.unbookmark(id, me);
  }
}
