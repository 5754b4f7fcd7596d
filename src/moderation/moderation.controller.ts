import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CurrentUser } from '../common/current-user.decorator';
import { mapPage, parseCursor, parseId } from '../common/page';
import type { Viewer } from '../common/viewer';
import { PostId } from '../posts/post-id.decorator';
import type { User } from '../users/user.entity';
import { UsersService } from '../users/users.service';
import { notice, page, redirect, success } from '../web/answers';
import { Form } from '../web/form';
import { FormOf } from '../web/form-of.decorator';
import { Pager } from '../web/pager';
import type { AuditAction } from './audit-entry.entity';
import { ReasonDto, ReportDto } from './dto/moderation.dto';
import { ModerationService } from './moderation.service';
import { ReportNotFound } from './moderation.errors';
import type { Report } from './report.entity';
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
    const suspended = await this.moderation.suspendedAmong(entries.items.map(({ subject }) => subject));
    return page('moderation/log', {
      entries: this.pager.link(
        mapPage(entries, ({ createdAt, ...entry }) => ({
          ...entry,
          createdAt: createdAt.toISOString(),
          isSuspended: suspended.has(entry.subject),
        })),
        'moderation.log',
      ),
    });
  }

  @Get('moderation/reports/:id/close')
  async askToCloseReport(@ReportId() id: number, @CurrentUser() me: Viewer) {
    return decisionPage(await this.reportAsDecision(me, id));
  }

  @Post('moderation/reports/:id/close')
  async closeReport(@ReportId() id: number, @CurrentUser() me: Viewer, @FormOf(ReasonDto) form: Form<ReasonDto>) {
    const decision = await this.reportAsDecision(me, id);
    return this.done(decision, form, (reason) => this.moderation.closeReport(me, id, reason));
  }

  @Get('moderation/suspend/:username')
  async askToSuspend(@Param('username') username: string, @CurrentUser() me: Viewer, @Query('report') reportId: unknown) {
    const person = await this.person(username, me);
    const report = await this.reportAbout(person, me, reportId);
    return decisionPage({ action: 'suspend', subject: person.username, quote: report?.reason });
  }

  @Post('moderation/suspend/:username')
  async suspend(
    @Param('username') username: string,
    @CurrentUser() me: Viewer,
    @FormOf(ReasonDto) form: Form<ReasonDto>,
    @Query('report') reportId: unknown,
  ) {
    const person = await this.person(username, me);
    const report = await this.reportAbout(person, me, reportId);
    return this.done({ action: 'suspend', subject: person.username, quote: report?.reason }, form, async (reason) => {
      await this.moderation.suspend(me, person, reason);
      // Somebody may have closed it meanwhile.
      if (report) await this.moderation.closeReport(me, report.id, reason).catch(orNone);
    });
  }

  @Get('moderation/unsuspend/:username')
  async askToUnsuspend(@Param('username') username: string, @CurrentUser() me: Viewer) {
    const { username: subject } = await this.person(username, me);
    return decisionPage({ action: 'unsuspend', subject });
  }

  @Post('moderation/unsuspend/:username')
  async unsuspend(@Param('username') username: string, @CurrentUser() me: Viewer, @FormOf(ReasonDto) form: Form<ReasonDto>) {
    const person = await this.person(username, me);
    return this.done({ action: 'unsuspend', subject: person.username }, form, (reason) =>
      this.moderation.unsuspend(me, person, reason),
    );
  }

  @Get('moderation/posts/:id/remove')
  async askToRemovePost(@PostId() id: number, @CurrentUser() me: Viewer) {
    return decisionPage(await this.postAsDecision(me, id));
  }

  @Post('moderation/posts/:id/remove')
  async removePost(@PostId() id: number, @CurrentUser() me: Viewer, @FormOf(ReasonDto) form: Form<ReasonDto>) {
    const decision = await this.postAsDecision(me, id);
    return this.done(decision, form, (reason) => this.moderation.removePost(me, id, reason));
  }

  /** The report that led to the question, if it is about that person and nobody has closed it meanwhile. */
  private async reportAbout(person: User, me: Viewer, reportId: unknown): Promise<Report | undefined> {
    const id = parseId(reportId);
    const report = id === undefined ? undefined : await this.moderation.openReport(me, id).catch(orNone);
    return report?.reportedId === person.id ? report : undefined;
  }

  private async reportAsDecision(me: Viewer, id: number): Promise<Decision> {
    const { reported, reason } = await this.moderation.openReport(me, id);
    return { action: 'closeReport', subject: reported?.username, quote: reason };
  }

  private async postAsDecision(me: Viewer, id: number): Promise<Decision> {
    const { author, body } = await this.moderation.post(me, id);
    return { action: 'removePost', subject: author.username, quote: body };
  }

  /** Also one who is suspended. @throws ModeratorsOnly, UserNotFound */
  private person(username: string, me: Viewer): Promise<User> {
    this.moderation.ensureMayDecide(me);
    return this.users.getAnyByUsername(username);
  }

  private async done(decision: Decision, form: Form<ReasonDto>, work: (reason: string) => Promise<void>) {
    const isDone = await form.accepts(({ reason }) => work(reason));
    if (!isDone) return decisionPage(decision, form);
    return redirect('moderation.reports', {}, success('moderation.flash.done'));
  }
}

/** What is about to be done, as the page asks for it. */
interface Decision {
  readonly action: AuditAction;
  /** Name of whom it is about. */
  readonly subject?: string;
  /** What was reported, or said. */
  readonly quote?: string;
}

const orNone = (error: unknown): undefined => {
  if (!(error instanceof ReportNotFound)) throw error;
};

const decisionPage = (decision: Decision, form = Form.blank(ReasonDto)) => page('moderation/decide', { ...decision, form });
