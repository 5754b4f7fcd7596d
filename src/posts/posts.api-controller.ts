import { Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { ApiController } from '../api/api-controller.decorator';
import { ApiProblems } from '../api/api-problems.decorator';
import { IfMatch, IfMatchHeader } from '../api/if-match.decorator';
import { JsonBody } from '../api/json-body.decorator';
import { JsonPages } from '../api/json-pages';
import { AtCursor, type CursorQuery } from '../api/page-query.decorators';
import { CurrentUser } from '../common/current-user.decorator';
import type { Viewer } from '../common/viewer';
import { PublishPostDto, RevisePostDto } from './dto/publish-post.dto';
import { PostId } from './post-id.decorator';
import { PostJson, PostJsonPresenter, PostPageJson } from './post-json.presenter';
import { PostsService } from './posts.service';

/** A post and what was said around it. */
export class ThreadJson {
  @ApiProperty({ type: [PostJson], description: 'What it answers, and what that answers, oldest first' })
  readonly before!: PostJson[];

  @ApiProperty({ type: PostJson })
  readonly post!: PostJson;

  @ApiProperty({ type: PostPageJson, description: 'What answers it, in the order in which it came' })
  readonly replies!: PostPageJson;
}

/** What a post said once, and since when. */
export class PostVersionJson {
  @ApiProperty({ example: 'Good mornign!' })
  readonly body!: string;

  @ApiProperty({ format: 'date-time' })
  readonly since!: string;
}

/** One post: written, read, changed, deleted. */
@ApiController('posts')
export class PostsApiController {
  constructor(
    private readonly posts: PostsService,
    private readonly json: PostJsonPresenter,
    private readonly pages: JsonPages,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Publishes a post, or with `in_reply_to` an answer to one' })
  @ApiCreatedResponse({ type: PostJson })
  @ApiProblems(404)
  async publish(
    @JsonBody(PublishPostDto) { in_reply_to: inReplyTo, ...dto }: PublishPostDto,
    @CurrentUser() me: Viewer,
  ): Promise<PostJson> {
    return this.show(await this.posts.publish(me.id, { ...dto, inReplyTo }), me);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One post' })
  @ApiOkResponse({ type: PostJson })
  @ApiProblems(404)
  async show(@PostId() id: number, @CurrentUser() me: Viewer): Promise<PostJson> {
    return this.json.present(await this.posts.get(id, me), me);
  }

  @Get(':id/thread')
  @ApiOperation({ summary: 'A post and what was said around it' })
  @ApiOkResponse({ type: ThreadJson })
  @ApiProblems(404)
  async thread(@PostId() id: number, @CurrentUser() me: Viewer, @AtCursor() at: CursorQuery): Promise<ThreadJson> {
    const { before, post, replies } = await this.posts.conversation(id, me, at.cursor, at.perPage);
    const page = { items: replies.items.map((row) => this.json.present(row, me)), next: replies.newer, prev: replies.older };
    return {
      before: before.map((row) => this.json.present(row, me)),
      post: this.json.present(post, me),
      replies: this.pages.slice(page, at, 'api.posts.thread', { id }),
    };
  }

  @Get(':id/history')
  @ApiOperation({ summary: 'What a post said, the oldest first; the last is what it says now' })
  @ApiOkResponse({ type: [PostVersionJson] })
  @ApiProblems(404)
  async history(@PostId() id: number, @CurrentUser() me: Viewer): Promise<PostVersionJson[]> {
    const { versions } = await this.posts.history(id, me);
    return versions.map(({ body, since }) => ({ body, since: since.toISOString() }));
  }

  @Put(':id')
  @ApiOperation({
    summary: 'Changes the text of a post of yours; what it said before can still be read',
    description: 'Without `language` it stays in the one that it has; with an empty one, that is guessed anew',
  })
  @ApiOkResponse({ type: PostJson })
  @ApiProblems(403, 404)
  async edit(
    @PostId() id: number,
    @JsonBody(RevisePostDto) dto: RevisePostDto,
    @IfMatch() match: IfMatchHeader,
    @CurrentUser() me: Viewer,
  ): Promise<PostJson> {
    await this.posts.edit(
      id,
      dto,
      me,
      match.still(() => this.show(id, me)),
    );
    return this.show(id, me);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Deletes a post of yours' })
  @ApiNoContentResponse()
  @ApiProblems(403, 404)
  async remove(@PostId() id: number, @IfMatch() match: IfMatchHeader, @CurrentUser() me: Viewer): Promise<void> {
    await this.posts.remove(
      id,
      me,
      match.still(() => this.show(id, me)),
    );
  }
}
