import { applyDecorators, Delete, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation } from '@nestjs/swagger';
import { ApiController } from '../../api/api-controller.decorator';
import { ApiProblems } from '../../api/api-problems.decorator';
import { CurrentUser } from '../../common/current-user.decorator';
import type { Viewer } from '../../common/viewer';
import { PostId } from '../post-id.decorator';
import { ReactionsService } from './reactions.service';

/** A reaction that is there afterwards, or is not. */
const Reaction = (method: MethodDecorator, summary: string): MethodDecorator =>
  applyDecorators(
    method,
    HttpCode(204),
    ApiOperation({ summary: `${summary}; doing it twice is harmless` }),
    ApiNoContentResponse(),
    ApiProblems(404),
  );

/** What readers do with a post. */
@ApiController('posts/:id', { tag: 'posts' })
export class ReactionsApiController {
  constructor(private readonly reactions: ReactionsService) {}

  @Reaction(Put('like'), 'Likes a post')
  like(@PostId() id: number, @CurrentUser() me: Viewer): Promise<void> {
    return this.reactions.like(id, me);
  }

  @Reaction(Delete('like'), 'Likes a post no longer')
  unlike(@PostId() id: number, @CurrentUser() me: Viewer): Promise<void> {
    return this.reactions.unlike(id, me);
  }

  @Reaction(Put('repost'), 'Passes a post on to your followers')
  repost(@PostId() id: number, @CurrentUser() me: Viewer): Promise<void> {
    return this.reactions.repost(id, me);
  }

  @Reaction(Delete('repost'), 'Takes that back')
  unrepost(@PostId() id: number, @CurrentUser() me: Viewer): Promise<void> {
    return this.reactions.unrepost(id, me);
  }

  @Reaction(Put('bookmark'), 'Keeps a post for later; nobody else knows')
  bookmark(@PostId() id: number, @CurrentUser() me: Viewer): Promise<void> {
    return this.reactions.bookmark(id, me);
  }

  @Reaction(Delete('bookmark'), 'Keeps a post no longer')
  unbookmark(@PostId() id: number, @CurrentUser() me: Viewer): Promise<void> {
    return this.reactions.unbookmark(id, me);
  }
}
