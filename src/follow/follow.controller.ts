import { Body, Controller, Param, Post } from '@nestjs/common';
import { CurrentUser } from '../common/current-user.decorator';
import { DomainError } from '../common/domain-error';
import type { Viewer } from '../common/viewer';
import { UserNotFound } from '../users/users.errors';
import { UsersService } from '../users/users.service';
import { type Flash, notice, type Place, redirect, redirectBack, type RedirectTo, success, warning } from '../web/answers';
import { FollowService } from './follow.service';

/** The buttons "Follow" and "Unfollow". They have no page of their own, so what goes wrong is told on the next one. */
@Controller()
export class FollowController {
  constructor(
    private readonly follows: FollowService,
    private readonly users: UsersService,
  ) {}

  @Post('follow/:username')
  follow(@Param('username') username: string, @CurrentUser() me: Viewer, @Body() place: Place | undefined) {
    return orExplain(username, place, async () => {
      const person = await this.users.getByUsername(username);
      await this.follows.follow(me.id, person.id);
      return back(person.username, place, success('follow.flash.followed', { username: person.username }));
    });
  }

  @Post('unfollow/:username')
  unfollow(@Param('username') username: string, @CurrentUser() me: Viewer, @Body() place: Place | undefined) {
    return orExplain(username, place, async () => {
      const person = await this.users.getByUsername(username);
      await this.follows.unfollow(me.id, person.id);
      return back(person.username, place, notice('follow.flash.unfollowed', { username: person.username }));
    });
  }
}

/** To the list, so that several can be followed one after the other; else to the profile. */
const back = (username: string, place: Place | undefined, flash: Flash): RedirectTo =>
  redirectBack(place, redirect('profiles.show', { username }, flash));

async function orExplain(username: string, place: Place | undefined, work: () => Promise<RedirectTo>): Promise<RedirectTo> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind === 'unavailable') throw error;
    const flash = warning(`errors.${error.code}`, error.args);
    return error instanceof UserNotFound ? redirect('timeline.home', {}, flash) : back(username, place, flash);
  }
}
