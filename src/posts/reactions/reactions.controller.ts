import { Body, Controller, Post } from '@nestjs/common';
import { CurrentUser } from '../../common/current-user.decorator';
import { parseId } from '../../common/page';
import type { Viewer } from '../../common/viewer';
import { HttpConfig } from '../../config/http.config';
import { type Place, redirect, redirectToPath, type RedirectTo } from '../../web/answers';
import { localPath } from '../../web/local-path';
import { PostId } from '../post-id.decorator';
import { ReactionsService } from './reactions.service';

interface PlaceInList extends Place {
  /** The repost that the button belonged to, if it was one. */
  readonly at?: unknown;
}

/** The buttons below a post. Each leads back to where it was pressed, which the page says; a script asks for the post alone. */
@Controller('post/:id')
export class ReactionsController {
  constructor(
    private readonly reactions: ReactionsService,
    private readonly http: HttpConfig,
  ) {}

  @Post('like')
  like(@PostId() id: number, @CurrentUser() me: Viewer, @Body() place: PlaceInList | undefined) {
    return this.back(id, place, this.reactions.like(id, me));
  }

  @Post('unlike')
  unlike(@PostId() id: number, @CurrentUser() me: Viewer, @Body() place: PlaceInList | undefined) {
    return this.back(id, place, this.reactions.unlike(id, me));
  }

  @Post('repost')
  repost(@PostId() id: number, @CurrentUser() me: Viewer, @Body() place: PlaceInList | undefined) {
    return this.back(id, place, this.reactions.repost(id, me));
  }

  @Post('unrepost')
  unrepost(@PostId() id: number, @CurrentUser() me: Viewer, @Body() place: PlaceInList | undefined) {
    return this.back(id, place, this.reactions.unrepost(id, me));
  }

  @Post('bookmark')
  bookmark(@PostId() id: number, @CurrentUser() me: Viewer, @Body() place: PlaceInList | undefined) {
    return this.back(id, place, this.reactions.bookmark(id, me));
  }

  @Post('unbookmark')
  unbookmark(@PostId() id: number, @CurrentUser() me: Viewer, @Body() place: PlaceInList | undefined) {
    return this.back(id, place, this.reactions.unbookmark(id, me));
  }

  private async back(id: number, { next, at }: PlaceInList = {}, done: Promise<void>): Promise<RedirectTo> {
    await done;
    const path = localPath(next, this.http.pathPrefix);
    if (path === undefined) return redirect('posts.show', { id });
    return redirectToPath(`${path.replace(/#.*$/, '')}#post-${parseId(at) ?? id}`);
  }
}
