import { Controller, Get, Param, Post } from '@nestjs/common';
import { CurrentUser } from '../common/current-user.decorator';
import { parseId } from '../common/page';
import type { Viewer } from '../common/viewer';
import { page, redirect, success } from '../web/answers';
import { PostPresenter } from './post.presenter';
import { PostNotFound } from './posts.errors';
import { PostsService } from './posts.service';

/** One post. It is written where the home timeline is shown, in `timeline`. */
@Controller('post')
export class PostsController {
  constructor(
    private readonly posts: PostsService,
    private readonly presenter: PostPresenter,
  ) {}

  @Get(':id')
  async show(@Param('id') id: string, @CurrentUser() me: Viewer) {
    return page('posts/show', { post: this.presenter.present(await this.posts.get(postId(id)), me) });
  }

  @Post(':id/delete')
  async remove(@Param('id') id: string, @CurrentUser() me: Viewer) {
    await this.posts.remove(postId(id), me);
    return redirect('profiles.show', { username: me.username }, success('posts.flash.deleted'));
  }
}

/** An id that is none names no post. */
function postId(text: string): number {
  const id = parseId(text);
  if (id === undefined) throw new PostNotFound();
  return id;
}
