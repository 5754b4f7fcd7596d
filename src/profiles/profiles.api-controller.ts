import { Get } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, getSchemaPath } from '@nestjs/swagger';
import { ApiController } from '../api/api-controller.decorator';
import { ApiProblems } from '../api/api-problems.decorator';
import { JsonPages } from '../api/json-pages';
import { After, AtCursor, AtPage, type CursorQuery } from '../api/page-query.decorators';
import { CurrentUser } from '../common/current-user.decorator';
import { mapPage, type PageNumber } from '../common/page';
import type { Viewer } from '../common/viewer';
import { PostJsonPresenter, PostPageJson } from '../posts/post-json.presenter';
import { PostsService } from '../posts/posts.service';
import { UserId } from '../users/user-id.decorator';
import { UserJson, UserJsonPresenter, UserPageJson, UserSliceJson } from '../users/user-json.presenter';
import { UsersService } from '../users/users.service';
import type { Relation } from './people.queries';
import { ProfilesService } from './profiles.service';

/** People: who they are, who is around them, what they say. */
@ApiController('users')
export class ProfilesApiController {
  constructor(
    private readonly profiles: ProfilesService,
    private readonly users: UsersService,
    private readonly posts: PostsService,
    private readonly json: UserJsonPresenter,
    private readonly postJson: PostJsonPresenter,
    private readonly pages: JsonPages,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Everybody, the oldest accounts first; by page, or by `after` to read them all' })
  @ApiExtraModels(UserPageJson, UserSliceJson)
  @ApiOkResponse({ schema: { anyOf: [{ $ref: getSchemaPath(UserPageJson) }, { $ref: getSchemaPath(UserSliceJson) }] } })
  async list(@AtPage() at: PageNumber, @After() after?: number): Promise<UserPageJson | UserSliceJson> {
    if (after !== undefined) return this.listAfter(after, at.perPage);
    const page = await this.profiles.everybody(at);
    return this.pages.numbered({ ...page, items: page.items.map((user) => this.json.present(user)) }, 'api.profiles.list');
  }

  @Get(':id')
  @ApiOperation({ summary: 'One person' })
  @ApiOkResponse({ type: UserJson })
  @ApiProblems(404)
  async show(@UserId() id: number): Promise<UserJson> {
    return this.json.present(await this.users.get(id));
  }

  @Get(':id/followers')
  @ApiOperation({ summary: 'Who follows somebody, the youngest accounts first' })
  @ApiOkResponse({ type: UserPageJson })
  @ApiProblems(404)
  followers(@UserId() id: number, @AtPage() at: PageNumber): Promise<UserPageJson> {
    return this.people('followers', id, at);
  }

  @Get(':id/following')
  @ApiOperation({ summary: 'Whom somebody follows, the youngest accounts first' })
  @ApiOkResponse({ type: UserPageJson })
  @ApiProblems(404)
  following(@UserId() id: number, @AtPage() at: PageNumber): Promise<UserPageJson> {
    return this.people('following', id, at);
  }

  @Get(':id/posts')
  @ApiOperation({ summary: 'What somebody says, the newest first' })
  @ApiOkResponse({ type: PostPageJson })
  @ApiProblems(404)
  async listPosts(@UserId() id: number, @CurrentUser() me: Viewer, @AtCursor() at: CursorQuery): Promise<PostPageJson> {
    const author = await this.users.get(id);
    const posts = await this.posts.pageOf(author, me, at.cursor, at.perPage);
    const page = mapPage(posts, (post) => this.postJson.present(post, me));
    return this.pages.byCursor(page, at, 'api.profiles.listPosts', { id });
  }

  private async listAfter(after: number, perPage: number): Promise<UserSliceJson> {
    const { users, next } = await this.profiles.everybodyAfter(after, perPage);
    const items = users.map((user) => this.json.present(user));
    return this.pages.slice({ items, next, prev: null }, { cursor: { after }, perPage }, 'api.profiles.list');
  }

  private async people(relation: Relation, id: number, at: PageNumber): Promise<UserPageJson> {
    const page = await this.profiles.numbered(relation, await this.users.get(id), at);
    const items = page.items.map((user) => this.json.present(user));
    return this.pages.numbered({ ...page, items }, `api.profiles.${relation}`, { id });
  }
}
