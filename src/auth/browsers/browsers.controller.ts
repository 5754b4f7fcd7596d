import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { AppRequest } from '../../common/app-request';
import { CurrentUser } from '../../common/current-user.decorator';
import type { Viewer } from '../../common/viewer';
import { page, redirect, success } from '../../web/answers';
import { type SignedInBrowser, BrowsersService } from './browsers.service';
import { deviceOf } from './device';
import { placeOf } from './place';

/** Where one is signed in, and how to end that. */
@Controller('settings/sessions')
export class BrowsersController {
  constructor(private readonly browsers: BrowsersService) {}

  @Get()
  async list(@CurrentUser() me: Viewer, @Req() { sessionId }: AppRequest) {
    const browsers = (await this.browsers.list(me.id, sessionId)).map(viewOf);
    return page('settings/sessions', { browsers, hasOthers: browsers.length > 1 });
  }

  @Post('end_others')
  async endOthers(@CurrentUser() me: Viewer, @Req() { sessionId = '' }: AppRequest) {
    await this.browsers.endOthers(me.id, sessionId);
    return redirect('browsers.list', {}, success('settings.flash.othersEnded'));
  }

  @Post(':handle/end')
  async end(@CurrentUser() me: Viewer, @Param('handle') handle: string) {
    await this.browsers.end(me.id, handle);
    return redirect('browsers.list', {}, success('settings.flash.browserEnded'));
  }
}

const viewOf = ({ userAgent, ip, lastUsedAt, ...browser }: SignedInBrowser) => ({
  ...browser,
  device: deviceOf(userAgent),
  place: placeOf(ip),
  lastUsedAt: lastUsedAt.toISOString(),
});
