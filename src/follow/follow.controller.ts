import { Body, Controller, Param, Post } from '@nestjs/common';
import { CurrentUser } from '../common/current-user.decorator';
import { DomainError } from '../common/domain-error';
import type { Viewer } from '../common/viewer';
import { HttpConfig } from '../config/http.config';
import { UserNotFound } from '../users/users.errors';
import { UsersService } from '../users/users.service';
import { type Flash, notice, redirect, redirectToPath, type RedirectTo, success, warning } from '../web/answers';
import { localPath } from '../web/local-path';
import { FollowService } from './follow.service';

/** Where a button was pressed, when that was not on the profile: the path of the page. */
interface Place {
  readonly next?: unknown;
}

/** The buttons "Follow" and "Unfollow". They have no page of their own, so what goes wrong is told on the next one. */
@Controller()
export class FollowController {
  constructor(
    private readonly follows: FollowService,
    private readonly users: UsersService,
    private readonly http: HttpConfig,
  ) {}

  @Post('follow/:username')
  follow(@Param('username') username: string, @CurrentUser() me: Viewer, @Body() place: Place | undefined) {
    return this.orExplain(username, place, async () => {
      const person = await this.users.getByUsername(username);
      await this.follows.follow(me.id, person.id);
      return this.back(person.username, place, success('follow.flash.followed', { username: person.username }));
    });
  }

  @Post('unfollow/:username')
  unfollow(@Param('username') username: string, @CurrentUser() me: Viewer, @Body() place: Place | undefined) {
    return this.orExplain(username, place, async () => {
      const person = await this.users.getByUsername(username);
      await this.follows.unfollow(me.id, person.id);
      return this.back(person.username, place, notice('follow.flash.unfollowed', { username: person.username }));
    });
  }

  /** To the list, so that several can be followed one after the other; else to the profile. */
  private back(username: string, { next }: Place = {}, flash: Flash): RedirectTo {
    const path = localPath(next, this.http.pathPrefix);
    return path === undefined ? redirect('profiles.show', { username }, flash) : redirectToPath(path, flash);
  }

  private async orExplain(username: string, place: Place | undefined, work: () => Promise<RedirectTo>): Promise<RedirectTo> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind === 'unavailable') throw error;
      const flash = warning(`errors.${error.code}`, error.args);
      return error instanceof UserNotFound ? redirect('timeline.home', {}, flash) : this.back(username, place, flash);
    }
  }
}
