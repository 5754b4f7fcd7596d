import { Body, Controller, Post } from '@nestjs/common';
import { CurrentUser } from '../../common/current-user.decorator';
import type { Viewer } from '../../common/viewer';
import { HttpConfig } from '../../config/http.config';
import { redirect, redirectToPath, type RedirectTo } from '../../web/answers';
import { localPath } from '../../web/local-path';
import { PostId } from '../post-id.decorator';
import { ReactionsService } from './reactions.service';

/** The buttons below a post. Each leads back to where it was pressed, which the page says in `next`; a script asks for the post alone. */
@Controller('post/:id')
export class ReactionsController {
  constructor(
    private readonly reactions: ReactionsService,
    private readonly http: HttpConfig,
  ) {}

  @Post('like')
  like(@PostId() id: number, @CurrentUser() me: Viewer, @Body('next') next: unknown) {
    return this.back(id, next, this.reactions.like(id, me));
  }

  @Post('unlike')
  unlike(@PostId() id: number, @CurrentUser() me: Viewer, @Body('next') next: unknown) {
    return this.back(id, next, this.reactions.unlike(id, me));
  }

  @Post('repost')
  repost(@PostId() id: number, @CurrentUser() me: Viewer, @Body('next') next: unknown) {
    return this.back(id, next, this.reactions.repost(id, me));
  }

  @Post('unrepost')
  unrepost(@PostId() id: number, @CurrentUser() me: Viewer, @Body('next') next: unknown) {
    return this.back(id, next, this.reactions.unrepost(id, me));
  }

  @Post('bookmark')
  bookmark(@PostId() id: number, @CurrentUser() me: Viewer, @Body('next') next: unknown) {
    return this.back(id, next, this.reactions.bookmark(id, me));
  }

  @Post('unbookmark')
  unbookmark(@PostId() id: number, @CurrentUser() me: Viewer, @Body('next') next: unknown) {
    return this.back(id, next, this.reactions.unbookmark(id, me));
  }

  private async back(id: number, next: unknown, done: Promise<void>): Promise<RedirectTo> {
    await done;
    const path = localPath(next, this.http.pathPrefix);
    return path === undefined ? redirect('posts.show', { id }) : redirectToPath(`${path.replace(/#.*$/, '')}#post-${id}`);
  }
}
