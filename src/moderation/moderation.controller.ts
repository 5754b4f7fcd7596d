import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CurrentUser } from '../common/current-user.decorator';
import { mapPage, parseCursor, parseId } from '../common/page';
import type { Viewer } from '../common/viewer';
import { PostId } from '../posts/post-id.decorator';
import { UsersService } from '../users/users.service';
import { notice, page, redirect, success } from '../web/answers';
import { Form } from '../web/form';
import { FormOf } from '../web/form-of.decorator';
import { Pager } from '../web/pager';
import { ReasonDto, ReportDto } from './dto/moderation.dto';
import { ModerationService } from './moderation.service';
import { ReportId } from './report-id.decorator';

type QueryString = Record<string, unknown>;

/** Telling those who look after the place, and what they do about it. */
@Controller()
export class ModerationController {
  constructor(
    private readonly moderation: ModerationService,
    private readonly users: UsersService,
    private readonly pager: Pager,
  ) {}

  @Get('report/:username')
  async report(@Param('username') username: string, @Query('post_id') postId: unknown) {
    const person = await this.users.getByUsername(username);
    const form = Form.blank(ReportDto, { post_id: parseId(postId)?.toString() });
    return page('moderation/report', { username: person.username, form });
  }

  @Post('report/:username')
  async sendReport(@Param('username') username: string, @CurrentUser() me: Viewer, @FormOf(ReportDto) form: Form<ReportDto>) {
    const person = await this.users.getByUsername(username);
    const isSent = await form.accepts(({ reason, post_id: postId }) =>
      this.moderation.report(me, person, reason, parseId(postId)),
    );
    if (!isSent) return page('moderation/report', { username: person.username, form });
    return redirect('profiles.show', { username: person.username }, notice('moderation.flash.reported'));
  }

  @Get('moderation')
  async reports(@CurrentUser() me: Viewer, @Query() query: QueryString) {
    const reports = await this.moderation.openReports(me, parseCursor(query));
    return page('moderation/reports', {
      reports: this.pager.link(
        mapPage(reports, ({ createdAt, ...report }) => ({ ...report, createdAt: createdAt.toISOString() })),
        'moderation.reports',
      ),
    });
  }

  @Get('moderation/log')
  async log(@CurrentUser() me: Viewer, @Query() query: QueryString) {
    const entries = await this.moderation.log(me, parseCursor(query));
    return page('moderation/log', {
      entries: this.pager.link(
        mapPage(entries, ({ createdAt, ...entry }) => ({ ...entry, createdAt: createdAt.toISOString() })),
        'moderation.log',
      ),
    });
  }

  @Get(['moderation/reports/:id/close', 'moderation/suspend/:id', 'moderation/unsuspend/:id', 'moderation/posts/:id/remove'])
  decide(@CurrentUser() me: Viewer) {
    this.moderation.ensureMayDecide(me);
    return page('moderation/decide', { form: Form.blank(ReasonDto) });
  }

  @Post('moderation/reports/:id/close')
  closeReport(@ReportId() id: number, @CurrentUser() me: Viewer, @FormOf(ReasonDto) form: Form<ReasonDto>) {
    return this.done(form, (reason) => this.moderation.closeReport(me, id, reason));
  }

  @Post('moderation/suspend/:username')
  async suspend(@Param('username') username: string, @CurrentUser() me: Viewer, @FormOf(ReasonDto) form: Form<ReasonDto>) {
    this.moderation.ensureMayDecide(me);
    const person = await this.users.getAnyByUsername(username);
    return this.done(form, (reason) => this.moderation.suspend(me, person, reason));
  }

  @Post('moderation/unsuspend/:username')
  async unsuspend(@Param('username') username: string, @CurrentUser() me: Viewer, @FormOf(ReasonDto) form: Form<ReasonDto>) {
    this.moderation.ensureMayDecide(me);
    const person = await this.users.getAnyByUsername(username);
    return this.done(form, (reason) => this.moderation.unsuspend(me, person, reason));
  }

  @Post('moderation/posts/:id/remove')
  removePost(@PostId() id: number, @CurrentUser() me: Viewer, @FormOf(ReasonDto) form: Form<ReasonDto>) {
    return this.done(form, (reason) => this.moderation.removePost(me, id, reason));
  }

  private async done(form: Form<ReasonDto>, work: (reason: string) => Promise<void>) {
    const isDone = await form.accepts(({ reason }) => work(reason));
    if (!isDone) return page('moderation/decide', { form });
    return redirect('moderation.reports', {}, success('moderation.flash.done'));
  }
}
