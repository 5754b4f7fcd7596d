import { Controller, Param, Post } from '@nestjs/common';
import { CurrentUser } from '../common/current-user.decorator';
import { DomainError } from '../common/domain-error';
import type { Viewer } from '../common/viewer';
import { UserNotFound } from '../users/users.errors';
import { UsersService } from '../users/users.service';
import { notice, redirect, type RedirectTo, success, warning } from '../web/answers';
import { FollowService } from './follow.service';

/** The buttons "Follow" and "Unfollow". They have no page of their own, so what goes wrong is told on the next one. */
@Controller()
export class FollowController {
  constructor(
    private readonly follows: FollowService,
    private readonly users: UsersService,
  ) {}

  @Post('follow/:username')
  follow(@Param('username') username: string, @CurrentUser() me: Viewer) {
    return orExplain(username, async () => {
      const person = await this.users.getByUsername(username);
      await this.follows.follow(me.id, person.id);
      return redirect(
        'profiles.show',
        { username: person.username },
        success('follow.flash.followed', { username: person.username }),
      );
    });
  }

  @Post('unfollow/:username')
  unfollow(@Param('username') username: string, @CurrentUser() me: Viewer) {
    return orExplain(username, async () => {
      const person = await this.users.getByUsername(username);
      await this.follows.unfollow(me.id, person.id);
      return redirect(
        'profiles.show',
        { username: person.username },
        notice('follow.flash.unfollowed', { username: person.username }),
      );
    });
  }
}

async function orExplain(username: string, work: () => Promise<RedirectTo>): Promise<RedirectTo> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind === 'unavailable') throw error;
    const flash = warning(`errors.${error.code}`, error.args);
    return error instanceof UserNotFound ? redirect('timeline.home', {}, flash) : redirect('profiles.show', { username }, flash);
  }
}
