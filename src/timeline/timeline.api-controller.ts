import { Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ApiController } from '../api/api-controller.decorator';
import { JsonPages } from '../api/json-pages';
import { AtCursor, type CursorQuery } from '../api/page-query.decorators';
import { CurrentUser } from '../common/current-user.decorator';
import { mapPage } from '../common/page';
import type { Viewer } from '../common/viewer';
import { PostJsonPresenter, PostPageJson } from '../posts/post-json.presenter';
import { TimelineService } from './timeline.service';

/** Posts of many people together. */
@ApiController('', { tag: 'timeline' })
export class TimelineApiController {
  constructor(
    private readonly timeline: TimelineService,
    private readonly json: PostJsonPresenter,
    private readonly pages: JsonPages,
  ) {}

  @Get('timeline')
  @ApiOperation({ summary: 'What those say whom you follow, and you yourself; the newest first' })
  @ApiOkResponse({ type: PostPageJson })
  async home(@CurrentUser() me: Viewer, @AtCursor() at: CursorQuery): Promise<PostPageJson> {
    const posts = await this.timeline.home(me.id, at.cursor, at.perPage);
    const page = mapPage(posts, (post) => this.json.present(post, me));
    return this.pages.byCursor(page, at, 'api.timeline.home');
  }

  @Get('posts')
  @ApiOperation({ summary: 'What everybody says, the newest first' })
  @ApiOkResponse({ type: PostPageJson })
  async explore(@CurrentUser() me: Viewer, @AtCursor() at: CursorQuery): Promise<PostPageJson> {
    const posts = await this.timeline.explore(at.cursor, at.perPage);
    const page = mapPage(posts, (post) => this.json.present(post, me));
    return this.pages.byCursor(page, at, 'api.timeline.explore');
  }
}
