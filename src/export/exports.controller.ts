import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { AppRequest } from '../common/app-request';
import { CurrentUser } from '../common/current-user.decorator';
import type { Viewer } from '../common/viewer';
import { RequestLocale } from '../i18n/request-locale';
import { notice, page, redirect, warning } from '../web/answers';
import { sendArchive } from './archive-download';
import { ExportRunning } from './export.errors';
import { ExportId } from './export-id.decorator';
import { ExportPresenter } from './export.presenter';
import { ExportsService } from './exports.service';

/** Taking out what is one's own. */
@Controller()
export class ExportsController {
  constructor(
    private readonly exports: ExportsService,
    private readonly presenter: ExportPresenter,
    private readonly locales: RequestLocale,
  ) {}

  @Post('export_posts')
  async begin(@CurrentUser() { id, username }: Viewer, @Req() request: AppRequest) {
    try {
      await this.exports.begin(id, this.locales.of(request));
    } catch (error) {
      if (!(error instanceof ExportRunning)) throw error;
      return redirect('profiles.show', { username }, warning('export.flash.running'));
    }
    return redirect('profiles.show', { username }, notice('export.flash.begun'));
  }

  @Get('exports/:id')
  async show(@ExportId() id: number, @CurrentUser() me: Viewer) {
    return page('export/show', { export: this.presenter.present(await this.exports.get(id, me)) });
  }

  @Get('exports/:id/file')
  async file(@ExportId() id: number, @CurrentUser() me: Viewer, @Res() response: Response) {
    await sendArchive(response, await this.exports.fileOf(id, me), id);
  }
}
