import { Controller, Get, Param, Query } from '@nestjs/common';
import { CurrentUser } from '../common/current-user.decorator';
import { mapPage, parseCursor } from '../common/page';
import type { Viewer } from '../common/viewer';
import { ExportPresenter, type ExportView } from '../export/export.presenter';
import { ExportsService } from '../export/exports.service';
import { PostPresenter } from '../posts/post.presenter';
import { PostsService } from '../posts/posts.service';
import { page } from '../web/answers';
import { Pager } from '../web/pager';
import type { Relation } from './people.queries';
import { ProfilePresenter } from './profile.presenter';
import { ProfilesService } from './profiles.service';

type QueryString = Record<string, unknown>;

/** A person's page, and the people around them. */
@Controller('user/:username')
export class ProfilesController {
  constructor(
    private readonly profiles: ProfilesService,
    private readonly posts: PostsService,
    private readonly presenter: ProfilePresenter,
    private readonly postPresenter: PostPresenter,
    private readonly exports: ExportsService,
    private readonly exportPresenter: ExportPresenter,
    private readonly pager: Pager,
  ) {}

  @Get()
  async show(@Param('username') username: string, @CurrentUser() me: Viewer, @Query() query: QueryString) {
    const profile = await this.profiles.get(username, me);
    const { user } = profile;
    const posts = await this.posts.pageOf(user, me, parseCursor(query));
    const isSelf = user.id === me.id;
    return page(isSelf ? 'profiles/own' : 'profiles/show', {
      profile: this.presenter.present(profile, me),
      posts: this.pager.link(
        mapPage(posts, (post) => this.postPresenter.present(post, me)),
        'profiles.show',
        { username: user.username },
      ),
      export: isSelf ? await this.latestExport(me) : null,
    });
  }

  /** The small card that appears over a name: a fragment without layout. */
  @Get('popup')
  async popup(@Param('username') username: string, @CurrentUser() me: Viewer) {
    const profile = await this.profiles.get(username, me);
    return page('profiles/popup', { profile: this.presenter.present(profile, me) });
  }

  @Get('followers')
  followers(@Param('username') username: string, @CurrentUser() me: Viewer, @Query() query: QueryString) {
    return this.people('followers', username, me, query);
  }

  @Get('following')
  following(@Param('username') username: string, @CurrentUser() me: Viewer, @Query() query: QueryString) {
    return this.people('following', username, me, query);
  }

  private async latestExport(me: Viewer): Promise<ExportView | null> {
    const latest = await this.exports.latest(me.id);
    return latest && this.exportPresenter.present(latest);
  }

  private async people(relation: Relation, username: string, me: Viewer, query: QueryString) {
    const profile = await this.profiles.get(username, me);
    const { user } = profile;
    const people = await this.profiles.list(relation, user, me, parseCursor(query));
    return page(user.id === me.id ? `profiles/own-${relation}` : `profiles/${relation}`, {
      profile: this.presenter.present(profile, me),
      people: this.pager.link(
        mapPage(people, (person) => this.presenter.presentListed(person, me)),
        `profiles.${relation}`,
        { username: user.username },
      ),
    });
  }
}
