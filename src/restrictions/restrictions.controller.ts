import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CurrentUser } from '../common/current-user.decorator';
import { mapPage, parseCursor } from '../common/page';
import type { Viewer } from '../common/viewer';
import { HttpConfig } from '../config/http.config';
import { PersonPresenter } from '../users/person.presenter';
import { isPresent, type User } from '../users/user.entity';
import { UsersService } from '../users/users.service';
import { type Flash, notice, page, redirect, redirectToPath, type RedirectTo } from '../web/answers';
import { localPath } from '../web/local-path';
import { Pager } from '../web/pager';
import { RestrictionsService } from './restrictions.service';

/** Where a button was pressed, when that was not on the profile: the path of the page. */
interface Place {
  readonly next?: unknown;
}

/** The buttons "Mute" and "Block", and the list of whom one keeps away. */
@Controller()
export class RestrictionsController {
  constructor(
    private readonly restrictions: RestrictionsService,
    private readonly users: UsersService,
    private readonly people: PersonPresenter,
    private readonly pager: Pager,
    private readonly http: HttpConfig,
  ) {}

  @Get('settings/blocked')
  async list(@CurrentUser() me: Viewer, @Query() query: Record<string, unknown>) {
    const kept = await this.restrictions.list(me.id, parseCursor(query));
    return page('settings/blocked', {
      people: this.pager.link(
        mapPage(kept, ({ kind, ...person }) => ({ person: this.people.present(person), isBlock: kind === 'block' })),
        'restrictions.list',
      ),
    });
  }

  @Post('block/:username')
  async block(@Param('username') username: string, @CurrentUser() me: Viewer) {
    const person = await this.users.getByUsername(username);
    await this.restrictions.block(me.id, person.id);
    return toProfile(person, notice('restrictions.flash.blocked', { username: person.username }));
  }

  @Post('unblock/:username')
  async unblock(@Param('username') username: string, @CurrentUser() me: Viewer, @Body() place: Place | undefined) {
    const person = await this.users.getAnyByUsername(username);
    await this.restrictions.unblock(me.id, person, username);
    return this.back(person, place, notice('restrictions.flash.unblocked', { username: person.username }));
  }

  @Post('mute/:username')
  async mute(@Param('username') username: string, @CurrentUser() me: Viewer) {
    const person = await this.users.getByUsername(username);
    await this.restrictions.mute(me.id, person.id);
    return toProfile(person, notice('restrictions.flash.muted', { username: person.username }));
  }

  @Post('unmute/:username')
  async unmute(@Param('username') username: string, @CurrentUser() me: Viewer, @Body() place: Place | undefined) {
    const person = await this.users.getAnyByUsername(username);
    await this.restrictions.unmute(me.id, person, username);
    return this.back(person, place, notice('restrictions.flash.unmuted', { username: person.username }));
  }

  /** To the list, where the button was pressed there. */
  private back(person: User, { next }: Place = {}, flash: Flash): RedirectTo {
    const path = localPath(next, this.http.pathPrefix);
    return path === undefined ? toProfile(person, flash) : redirectToPath(path, flash);
  }
}

/** Back to their profile; or to the list, when that cannot be seen. */
const toProfile = (person: User, flash: Flash): RedirectTo =>
  isPresent(person) ? redirect('profiles.show', { username: person.username }, flash) : redirect('restrictions.list', {}, flash);
