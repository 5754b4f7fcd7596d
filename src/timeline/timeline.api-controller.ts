import { Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ApiController } from '../api/api-controller.decorator';
import { ApiProblems } from '../api/api-problems.decorator';
import { JsonPages } from '../api/json-pages';
import { AtCursor, type CursorQuery } from '../api/page-query.decorators';
import { CurrentUser } from '../common/current-user.decorator';
import { mapPage } from '../common/page';
import type { Viewer } from '../common/viewer';
import { PostJsonPresenter, PostPageJson } from '../posts/post-json.presenter';
import { Tag } from '../posts/tags/tag.decorator';
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
    const posts = await this.timeline.home(me, at.cursor, at.perPage);
    const page = mapPage(posts, (post) => this.json.present(post, me));
    return this.pages.byCursor(page, at, 'api.timeline.home');
  }

  @Get('posts')
  @ApiOperation({ summary: 'What everybody says, the newest first' })
  @ApiOkResponse({ type: PostPageJson })
  async explore(@CurrentUser() me: Viewer, @AtCursor() at: CursorQuery): Promise<PostPageJson> {
    const posts = await this.timeline.explore(me.id, at.cursor, at.perPage);
    const page = mapPage(posts, (post) => this.json.present(post, me));
    return this.pages.byCursor(page, at, 'api.timeline.explore');
  }

  @Get('tags/:tag/posts')
  @ApiOperation({ summary: 'What everybody says about one thing, the newest first' })
  @ApiOkResponse({ type: PostPageJson })
  @ApiProblems(404)
  async tagged(@Tag() tag: string, @CurrentUser() me: Viewer, @AtCursor() at: CursorQuery): Promise<PostPageJson> {
    const posts = await this.timeline.tagged(tag, me.id, at.cursor, at.perPage);
    const page = mapPage(posts, (post) => this.json.present(post, me));
    return this.pages.byCursor(page, at, 'api.timeline.tagged', { tag });
  }

  @Get('bookmarks')
  @ApiOperation({ summary: 'What you keep for later, the last kept first; its cursors are no ids of posts' })
  @ApiOkResponse({ type: PostPageJson })
  async bookmarks(@CurrentUser() me: Viewer, @AtCursor() at: CursorQuery): Promise<PostPageJson> {
    const posts = await this.timeline.bookmarks(me.id, at.cursor, at.perPage);
    const page = mapPage(posts, (post) => this.json.present(post, me));
    return this.pages.byCursor(page, at, 'api.timeline.bookmarks');
  }
}
