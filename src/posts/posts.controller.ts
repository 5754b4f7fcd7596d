import { randomUUID } from 'node:crypto';
import { Controller, Get, Post, Query } from '@nestjs/common';
import { CurrentUser } from '../common/current-user.decorator';
import { type Cursor, firstPage, mapPage, parseCursor } from '../common/page';
import type { Viewer } from '../common/viewer';
import { UrlFor } from '../routing/url-for';
import { page, redirect, success } from '../web/answers';
import { Form } from '../web/form';
import { FormOf } from '../web/form-of.decorator';
import { Pager } from '../web/pager';
import { ComposePostDto, EditPostDto } from './dto/publish-post.dto';
import { PostId } from './post-id.decorator';
import { PostPresenter } from './post.presenter';
import { PostsService } from './posts.service';

/** One post and its conversation. A new one is written where the home timeline is shown, in `timeline`. */
@Controller('post/:id')
export class PostsController {
  constructor(
    private readonly posts: PostsService,
    private readonly presenter: PostPresenter,
    private readonly pager: Pager,
    private readonly urls: UrlFor,
  ) {}

  @Get()
  show(@PostId() id: number, @CurrentUser() me: Viewer, @Query() query: Record<string, unknown>) {
    return this.postPage(id, me, parseCursor(query), Form.blank(ComposePostDto, { once: randomUUID() }));
  }

  /** The post alone, without layout: what a script puts in the place of the one that it changed. */
  @Get('card')
  async card(@PostId() id: number, @CurrentUser() me: Viewer) {
    return page('posts/card', { post: this.presenter.present(await this.posts.get(id, me), me) });
  }

  @Post('reply')
  async reply(@PostId() id: number, @CurrentUser() me: Viewer, @FormOf(ComposePostDto) form: Form<ComposePostDto>) {
    let replyId = 0;
    const isSent = await form.accepts(async ({ post: body, language, once }) => {
      replyId = await this.posts.publish(me.id, { body, language: language || undefined, once, inReplyTo: id });
    });
    if (!isSent) return this.postPage(id, me, firstPage, form);
    return redirect('posts.show', { id: replyId }, success('posts.flash.replied'));
  }

  @Get('edit')
  async edit(@PostId() id: number, @CurrentUser() me: Viewer) {
    const { body, language } = await this.posts.getEditable(id, me);
    return page('posts/edit', { id, form: Form.blank(EditPostDto, { post: body, language }) });
  }

  @Post('edit')
  async save(@PostId() id: number, @CurrentUser() me: Viewer, @FormOf(EditPostDto) form: Form<EditPostDto>) {
    const isSaved = await form.accepts(({ post: body, language }) => this.posts.edit(id, { body, language }, me));
    if (!isSaved) {
      const { language } = await this.posts.getEditable(id, me);
      // A form that did not ask for it must not be shown again as one that chose none.
      form.typed.language ??= language;
      return page('posts/edit', { id, form });
    }
    return redirect('posts.show', { id }, success('posts.flash.edited'));
  }

  @Get('history')
  async history(@PostId() id: number, @CurrentUser() me: Viewer) {
    const { post, versions } = await this.posts.history(id, me);
    return page('posts/history', { post: this.presenter.present(post, me), versions: versions.reverse() });
  }

  @Post('delete')
  async remove(@PostId() id: number, @CurrentUser() me: Viewer) {
    await this.posts.remove(id, me);
    return redirect('profiles.show', { username: me.username }, success('posts.flash.deleted'));
  }

  private async postPage(id: number, me: Viewer, cursor: Cursor, form: Form<ComposePostDto>) {
    const { before, post, replies } = await this.posts.conversation(id, me, cursor);
    const linked = this.pager.link(
      mapPage(replies, (row) => this.presenter.present(row, me)),
      'posts.show',
      { id },
    );
    return page('posts/show', {
      // Also when a reply was refused, at an address that cannot be opened.
      path: this.urls.path('posts.show', { id }),
      post: this.presenter.present(post, me),
      before: before.map((row) => this.presenter.present(row, me)),
      // A conversation is read forwards: on its pager what came before is on the left.
      replies: { ...linked, newerUrl: linked.olderUrl, olderUrl: linked.newerUrl },
      form,
    });
  }
}
