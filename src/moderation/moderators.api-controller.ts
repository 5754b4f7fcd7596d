import { Get, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ApiController } from '../api/api-controller.decorator';
import { ApiProblems } from '../api/api-problems.decorator';
import { JsonBody } from '../api/json-body.decorator';
import { JsonPages } from '../api/json-pages';
import { AtCursor, type CursorQuery } from '../api/page-query.decorators';
import { CurrentUser } from '../common/current-user.decorator';
import { mapPage } from '../common/page';
import type { Viewer } from '../common/viewer';
import { UsersService } from '../users/users.service';
import { DecideDto } from './dto/moderation.dto';
import { DecisionPageJson, ModerationJsonPresenter, ReportPageJson } from './moderation-json.presenter';
import { ModerationService } from './moderation.service';

/** What those do who look after the place. */
@ApiController('moderation')
export class ModeratorsApiController {
  constructor(
    private readonly moderation: ModerationService,
    private readonly users: UsersService,
    private readonly json: ModerationJsonPresenter,
    private readonly pages: JsonPages,
  ) {}

  @Get('reports')
  @ApiOperation({ summary: 'What nobody has looked at yet, the newest first; for moderators' })
  @ApiOkResponse({ type: ReportPageJson })
  @ApiProblems(403)
  async reports(@CurrentUser() me: Viewer, @AtCursor() at: CursorQuery): Promise<ReportPageJson> {
    const page = mapPage(await this.moderation.openReports(me, at.cursor, at.perPage), (row) => this.json.report(row));
    return this.pages.byCursor(page, at, 'api.moderators.reports');
  }

  @Get('decisions')
  @ApiOperation({ summary: 'What moderators and operators did, the newest first; for moderators' })
  @ApiOkResponse({ type: DecisionPageJson })
  @ApiProblems(403)
  async decisions(@CurrentUser() me: Viewer, @AtCursor() at: CursorQuery): Promise<DecisionPageJson> {
    const page = mapPage(await this.moderation.log(me, at.cursor, at.perPage), (entry) => this.json.decision(entry));
    return this.pages.byCursor(page, at, 'api.moderators.decisions');
  }

  @Post('decisions')
  @HttpCode(204)
  @ApiOperation({ summary: 'Closes a report, suspends or unsuspends somebody, or removes a post; for moderators' })
  @ApiNoContentResponse()
  @ApiProblems(404)
  async decide(@JsonBody(DecideDto) { action, subject, reason }: DecideDto, @CurrentUser() me: Viewer): Promise<void> {
    this.moderation.ensureMayDecide(me);
    switch (action) {
      case 'close_report':
        return this.moderation.closeReport(me, subject, reason);
      case 'remove_post':
        return this.moderation.removePost(me, subject, reason);
      case 'suspend':
        return this.moderation.suspend(me, await this.users.getAny(subject), reason);
      case 'unsuspend':
        return this.moderation.unsuspend(me, await this.users.getAny(subject), reason);
    }
  }
}
