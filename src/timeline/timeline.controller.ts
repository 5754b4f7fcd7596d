import { randomUUID } from 'node:crypto';
import { Controller, Get, Post, Query } from '@nestjs/common';
import { CurrentUser } from '../common/current-user.decorator';
import { type Cursor, type CursorPage, firstPage, mapPage, parseCursor } from '../common/page';
import type { Viewer } from '../common/viewer';
import { ComposePostDto } from '../posts/dto/publish-post.dto';
import type { PostRow } from '../posts/post-rows.repository';
import { PostPresenter } from '../posts/post.presenter';
import { PostsService } from '../posts/posts.service';
import type { UrlArgs } from '../routing/url-for';
import { PersonPresenter } from '../users/person.presenter';
import { page, redirect, success } from '../web/answers';
import { Form } from '../web/form';
import { FormOf } from '../web/form-of.decorator';
import { Pager } from '../web/pager';
import type { SuggestionRow } from './suggestions.queries';
import { Tag } from '../posts/tags/tag.decorator';
import { TimelineService } from './timeline.service';

/** Home and explore, and the form with which one writes: a form is handled where its page is shown. */
@Controller()
export class TimelineController {
  constructor(
    private readonly timeline: TimelineService,
    private readonly posts: PostsService,
    private readonly presenter: PostPresenter,
    private readonly people: PersonPresenter,
    private readonly pager: Pager,
  ) {}

  @Get(['/', '/index'])
  home(@CurrentUser() me: Viewer, @Query() query: Record<string, unknown>) {
    return this.homePage(me, parseCursor(query), Form.blank(ComposePostDto, { once: randomUUID() }));
  }

  @Post(['/', '/index'])
  async publish(@CurrentUser() me: Viewer, @FormOf(ComposePostDto) form: Form<ComposePostDto>) {
    const published = await form.accepts(({ post: body, language, once }) =>
      this.posts.publish(me.id, { body, language: language || undefined, once }),
    );
    if (!published) return this.homePage(me, firstPage, form);
    return redirect('timeline.home', {}, success('posts.flash.published'));
  }

  @Get('explore')
  async explore(@CurrentUser() me: Viewer, @Query() query: Record<string, unknown>) {
    const posts = await this.timeline.explore(me.id, parseCursor(query));
    return page('timeline/explore', { posts: this.linked(posts, me, 'timeline.explore') });
  }

  @Get('tag/:tag')
  async tag(@Tag() tag: string, @CurrentUser() me: Viewer, @Query() query: Record<string, unknown>) {
    const posts = await this.timeline.tagged(tag, me.id, parseCursor(query));
    return page('timeline/tag', { tag, posts: this.linked(posts, me, 'timeline.tag', { tag }) });
  }

  @Get('bookmarks')
  async bookmarks(@CurrentUser() me: Viewer, @Query() query: Record<string, unknown>) {
    const posts = await this.timeline.bookmarks(me.id, parseCursor(query));
    return page('timeline/bookmarks', { posts: this.linked(posts, me, 'timeline.bookmarks') });
  }

  private async homePage(me: Viewer, cursor: Cursor, form: Form<ComposePostDto>) {
    const posts = await this.timeline.home(me, cursor);
    const isEmpty = posts.items.length === 0;
    return page('timeline/home', {
      form,
      posts: this.linked(posts, me, 'timeline.home'),
      isNewest: cursor === firstPage,
      newestId: posts.items[0]?.entryId ?? 0,
      suggestions: isEmpty ? (await this.timeline.suggestionsFor(me.id)).map((row) => this.suggestion(row)) : [],
    });
  }

  private linked(posts: CursorPage<PostRow>, me: Viewer, route: string, args: UrlArgs = {}) {
    return this.pager.link(
      mapPage(posts, (post) => this.presenter.present(post, me)),
      route,
      args,
    );
  }

  private suggestion({ aboutMe, followersCount, ...person }: SuggestionRow) {
    return { person: this.people.present(person), aboutMe, followersCount };
  }
}
