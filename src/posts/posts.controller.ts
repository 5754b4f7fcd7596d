import { Controller, Get, Post } from '@nestjs/common';
import { CurrentUser } from '../common/current-user.decorator';
import type { Viewer } from '../common/viewer';
import { page, redirect, success } from '../web/answers';
import { PostId } from './post-id.decorator';
import { PostPresenter } from './post.presenter';
import { PostsService } from './posts.service';

/** One post. It is written where the home timeline is shown, in `timeline`. */
@Controller('post')
export class PostsController {
  constructor(
    private readonly posts: PostsService,
    private readonly presenter: PostPresenter,
  ) {}

  @Get(':id')
  async show(@PostId() id: number, @CurrentUser() me: Viewer) {
    return page('posts/show', { post: this.presenter.present(await this.posts.get(id), me) });
  }

  @Post(':id/delete')
  async remove(@PostId() id: number, @CurrentUser() me: Viewer) {
    await this.posts.remove(id, me);
    return redirect('profiles.show', { username: me.username }, success('posts.flash.deleted'));
  }
}
