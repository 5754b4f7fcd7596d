import { Delete, Get, Headers, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ApiController } from '../api/api-controller.decorator';
import { ApiProblems } from '../api/api-problems.decorator';
import { JsonBody } from '../api/json-body.decorator';
import { CurrentUser } from '../common/current-user.decorator';
import type { Viewer } from '../common/viewer';
import { PublishPostDto } from './dto/publish-post.dto';
import { PostId } from './post-id.decorator';
import { PostJson, PostJsonPresenter } from './post-json.presenter';
import { PostsService } from './posts.service';

/** One post: written, read, deleted. */
@ApiController('posts')
export class PostsApiController {
  constructor(
    private readonly posts: PostsService,
    private readonly json: PostJsonPresenter,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Publishes a post' })
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'Sent again with the same key, for a day, the same text is the same post',
  })
  @ApiCreatedResponse({ type: PostJson })
  async publish(
    @JsonBody(PublishPostDto) dto: PublishPostDto,
    @CurrentUser() me: Viewer,
    @Headers('Idempotency-Key') once?: string,
  ): Promise<PostJson> {
    return this.show(await this.posts.publish(me.id, { ...dto, once }), me);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One post' })
  @ApiOkResponse({ type: PostJson })
  @ApiProblems(404)
  async show(@PostId() id: number, @CurrentUser() me: Viewer): Promise<PostJson> {
    return this.json.present(await this.posts.get(id), me);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Deletes a post of yours' })
  @ApiNoContentResponse()
  @ApiProblems(403, 404)
  async remove(@PostId() id: number, @CurrentUser() me: Viewer): Promise<void> {
    await this.posts.remove(id, me);
  }
}
