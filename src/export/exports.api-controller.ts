import { Get, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import type { Response } from 'express';
import { ApiController } from '../api/api-controller.decorator';
import { ApiProblems } from '../api/api-problems.decorator';
import type { AppRequest } from '../common/app-request';
import { CurrentUser } from '../common/current-user.decorator';
import type { Viewer } from '../common/viewer';
import { RequestLocale } from '../i18n/request-locale';
import { sendArchive } from './archive-download';
import { ExportId } from './export-id.decorator';
import { ExportJson, ExportJsonPresenter } from './export-json.presenter';
import { ExportsService } from './exports.service';

/** Taking out what is one's own. */
@ApiController('exports')
export class ExportsApiController {
  constructor(
    private readonly exports: ExportsService,
    private readonly json: ExportJsonPresenter,
    private readonly locales: RequestLocale,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Begins to make an archive of all that is yours; 409 while one is being made' })
  @ApiCreatedResponse({ type: ExportJson })
  @ApiProblems(409, 429)
  async begin(@CurrentUser() me: Viewer, @Req() request: AppRequest): Promise<ExportJson> {
    return this.show(await this.exports.begin(me.id, this.locales.of(request)), me);
  }

  @Get(':id')
  @ApiOperation({ summary: 'How far an archive of yours is' })
  @ApiOkResponse({ type: ExportJson })
  @ApiProblems(404)
  async show(@ExportId() id: number, @CurrentUser() me: Viewer): Promise<ExportJson> {
    return this.json.present(await this.exports.get(id, me));
  }

  @Get(':id/file')
  @ApiOperation({ summary: 'The archive, a zip of JSON files; 409 before it is made. Ranges may be asked for' })
  @ApiProduces('application/zip')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiProblems(404, 409, 412, 416)
  async file(@ExportId() id: number, @CurrentUser() me: Viewer, @Res() response: Response): Promise<void> {
    await sendArchive(response, await this.exports.fileOf(id, me), id);
  }
}
