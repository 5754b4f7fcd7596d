import { Injectable } from '@nestjs/common';
import { CredentialsService } from '../auth/credentials.service';
import { Clock } from '../common/clock';
import type { Cursor, CursorPage } from '../common/page';
import type { Viewer } from '../common/viewer';
import { SiteConfig } from '../config/site.config';
import { Transaction } from '../database/transaction';
import { PostNotFound } from '../posts/posts.errors';
import type { PostRow } from '../posts/post-rows.repository';
import { PostsService } from '../posts/posts.service';
import { Throttles } from '../throttling/throttles.service';
import type { User } from '../users/user.entity';
import { UsersRepository } from '../users/users.repository';
import { UsersService } from '../users/users.service';
import type { AuditAction, AuditEntry } from './audit-entry.entity';
import { CannotReportSelf, CannotSuspend, ModeratorsOnly, ReportNotFound } from './moderation.errors';
import { canModerate, canSuspend } from './moderation.policy';
import { ModerationRepository, type ReportRow } from './moderation.repository';
import type { Report } from './report.entity';

/** An operator at the command line, who may do everything. */
export const OPERATOR = { username: '', role: 'operator' } as const;

type Actor = Pick<Viewer, 'username' | 'role'> | typeof OPERATOR;

/** Looking after the place. Whatever is done is noted, with who, when and why. */
@Injectable()
export class ModerationService {
  constructor(
    private readonly moderation: ModerationRepository,
    private readonly people: UsersService,
    private readonly users: UsersRepository,
    private readonly posts: PostsService,
    private readonly credentials: CredentialsService,
    private readonly throttles: Throttles,
    private readonly transaction: Transaction,
    private readonly site: SiteConfig,
    private readonly clock: Clock,
  ) {}

  /** @param postId of what it is about; it must be that person's @throws CannotReportSelf, PostNotFound, TooManyRequests */
  async report(reporter: Viewer, reported: User, reason: string, postId?: number): Promise<void> {
    if (reporter.id === reported.id) throw new CannotReportSelf();
    await this.throttles.take('reports', String(reporter.id));
    const post = postId === undefined ? null : await this.posts.get(postId, reporter);
    if (post && post.author.id !== reported.id) throw new PostNotFound();
    await this.transaction.run(async () => {
      // Of two that are sent at once, the second one finds the first.
      await this.users.lock(reporter.id);
      await this.moderation.insertReport({
        reporterId: reporter.id,
        reportedId: reported.id,
        postId: post?.id ?? null,
        postBody: post?.body ?? null,
        reason,
        createdAt: this.clock.now(),
      });
    });
  }

  /** Before anybody is looked for: who is there is nobody else's business. @throws ModeratorsOnly */
  ensureMayDecide(viewer: Viewer): void {
    ensureModerator(viewer);
  }

  /** @throws ModeratorsOnly */
  openReports(viewer: Viewer, cursor: Cursor, limit = this.site.postsPerPage): Promise<CursorPage<ReportRow>> {
    ensureModerator(viewer);
    return this.moderation.openReports(cursor, limit);
  }

  /** One of those that nobody has closed. @throws ModeratorsOnly, ReportNotFound */
  async openReport(viewer: Viewer, id: number): Promise<Report> {
    ensureModerator(viewer);
    const report = await this.moderation.findReport(id);
    if (!report || report.closedAt !== null) throw new ReportNotFound();
    return report;
  }

  /** @throws ModeratorsOnly */
  log(viewer: Viewer, cursor: Cursor, limit = this.site.postsPerPage): Promise<CursorPage<AuditEntry>> {
    ensureModerator(viewer);
    return this.moderation.log(cursor, limit);
  }

  /** Those of some names whose owners are suspended at present. */
  suspendedAmong(usernames: readonly string[]): Promise<ReadonlySet<string>> {
    return this.users.suspendedAmong(usernames);
  }

  /** @throws ModeratorsOnly, ReportNotFound also for one that is closed already */
  async closeReport(viewer: Viewer, id: number, reason: string): Promise<void> {
    const report = await this.openReport(viewer, id);
    await this.transaction.run(async () => {
      if (!(await this.moderation.closeReport(id, this.clock.now()))) throw new ReportNotFound();
      await this.note(viewer, 'closeReport', report.reported?.username ?? '', reason, report.postId);
    });
  }

  /** Signs somebody out everywhere, keeps them out, and hides what they said. Twice is once, as below. @throws ModeratorsOnly, CannotSuspend */
  async suspend(actor: Actor, person: User, reason: string): Promise<void> {
    ensureMaySuspend(actor, person);
    await this.transaction.run(async () => {
      if (!(await this.users.suspend(person.id, this.clock.now()))) return;
      await this.credentials.endAll(person.id);
      await this.note(actor, 'suspend', person.username, reason);
    });
  }

  /** @throws ModeratorsOnly, CannotSuspend */
  async unsuspend(actor: Actor, person: User, reason: string): Promise<void> {
    ensureMaySuspend(actor, person);
    await this.transaction.run(async () => {
      if (!(await this.users.unsuspend(person.id))) return;
      await this.note(actor, 'unsuspend', person.username, reason);
    });
  }

  /** A post that may be taken away, also of somebody who is not to be seen. @throws ModeratorsOnly, PostNotFound */
  async post(viewer: Viewer, id: number): Promise<PostRow> {
    ensureModerator(viewer);
    return this.posts.getAny(id, viewer);
  }

  /** Closes with it what was reported of this post. @throws ModeratorsOnly, PostNotFound */
  async removePost(viewer: Viewer, postId: number, reason: string): Promise<void> {
    ensureModerator(viewer);
    await this.transaction.run(async () => {
      await this.moderation.closeReportsOf(postId, this.clock.now());
      const author = await this.people.find(await this.posts.takeAway(postId));
      await this.note(viewer, 'removePost', author?.username ?? '', reason, postId);
    });
  }

  private note(
    { username: actor }: Actor,
    action: AuditAction,
    subject: string,
    reason: string,
    postId: number | null = null,
  ): Promise<void> {
    return this.moderation.note({ actor, action, subject, reason, postId, createdAt: this.clock.now() });
  }
}

function ensureModerator(viewer: Pick<Viewer, 'role'>): void {
  if (!canModerate(viewer)) throw new ModeratorsOnly();
}

function ensureMaySuspend(actor: Actor, person: User): void {
  if (actor === OPERATOR) return;
  ensureModerator(actor);
  if (!canSuspend(actor, person)) throw new CannotSuspend();
}
