import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CurrentUser } from '../common/current-user.decorator';
import { mapPage, parseCursor } from '../common/page';
import type { Viewer } from '../common/viewer';
import { PersonPresenter } from '../users/person.presenter';
import { isPresent, type User } from '../users/user.entity';
import { UsersService } from '../users/users.service';
import { type Flash, notice, page, type Place, redirect, redirectBack, type RedirectTo } from '../web/answers';
import { Pager } from '../web/pager';
import { RestrictionsService } from './restrictions.service';

/** The buttons "Mute" and "Block", and the list of whom one keeps away. */
@Controller()
export class RestrictionsController {
  constructor(
    private readonly restrictions: RestrictionsService,
    private readonly users: UsersService,
    private readonly people: PersonPresenter,
    private readonly pager: Pager,
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
    return redirectBack(place, toProfile(person, notice('restrictions.flash.unblocked', { username: person.username })));
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
    return redirectBack(place, toProfile(person, notice('restrictions.flash.unmuted', { username: person.username })));
  }
}

/** Back to their profile; or to the list, when that cannot be seen. */
const toProfile = (person: User, flash: Flash): RedirectTo =>
  isPresent(person) ? redirect('profiles.show', { username: person.username }, flash) : redirect('restrictions.list', {}, flash);
