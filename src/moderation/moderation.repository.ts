import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type Cursor, type CursorPage, firstPage, seekOf, toCursorPage } from '../common/page';
import { Database } from '../database/database';
import { Sql, toDate } from '../database/sql';
import { AuditEntry } from './audit-entry.entity';
import { Report } from './report.entity';

/** What became of a post since it was reported. */
export const POST_STATES = ['unchanged', 'edited', 'deleted'] as const;
export type PostState = (typeof POST_STATES)[number];

export interface ReportRow {
  readonly id: number;
  readonly reporter: string;
  readonly reportedId: number;
  readonly reported: string;
  readonly isSuspended: boolean;
  readonly postId: number | null;
  /** What the post said when it was reported; '' where it is about none. */
  readonly body: string;
  /** Null where it is about no post. */
  readonly postState: PostState | null;
  readonly reason: string;
  readonly createdAt: Date;
}

type RawReport = Omit<ReportRow, 'isSuspended' | 'body' | 'postState' | 'createdAt'> & {
  readonly isSuspended: number;
  readonly body: string | null;
  readonly presentBody: string | null;
  readonly createdAt: Date | string;
};

/** All SQL of the tables `report` and `audit_entry`. */
@Injectable()
export class ModerationRepository {
  constructor(
    private readonly sql: Sql,
    private readonly database: Database,
  ) {}

  /** Reports that nobody has looked at, the newest first. */
  async openReports(cursor: Cursor, limit: number): Promise<CursorPage<ReportRow>> {
    const { past, order, from } = seekOf(cursor);
    const rows = await this.sql.all<RawReport>(
      `SELECT r.id, a.username AS reporter, b.id AS reportedId, b.username AS reported, b.suspended_at IS NOT NULL AS isSuspended, r.post_id AS postId,
         r.post_body AS body, p.body AS presentBody, r.reason, r.created_at AS createdAt
       FROM report r JOIN \`user\` a ON a.id = r.reporter_id JOIN \`user\` b ON b.id = r.reported_id LEFT JOIN post p ON p.id = r.post_id
       WHERE r.closed_at IS NULL AND r.id ${past} ? ORDER BY r.id ${order} LIMIT ?`,
      [from, limit + 1],
    );
    const behind = rows.length > 0 || (cursor !== firstPage && (await this.reports.existsBy({ closedAt: IsNull() })));
    return toCursorPage(rows.map(toReportRow), limit, cursor, ({ id }) => id, behind);
  }

  findReport(id: number): Promise<Report | null> {
    return this.reports.findOne({ where: { id }, relations: { reported: true } });
  }

  /** One report of the same thing by the same person is enough. */
  async insertReport(
    report: Pick<Report, 'reporterId' | 'reportedId' | 'postId' | 'postBody' | 'reason' | 'createdAt'>,
  ): Promise<void> {
    const { reporterId, reportedId, postId } = report;
    // One about a post that is gone is not about the person as such.
    const same = postId === null ? { postId: IsNull(), postBody: IsNull() } : { postId };
    const isKnown = await this.reports.existsBy({ reporterId, reportedId, ...same, closedAt: IsNull() });
    if (!isKnown) await this.reports.insert(report);
  }

  /** @returns false when it is closed already */
  async closeReport(id: number, now: Date): Promise<boolean> {
    const { affected } = await this.reports.update({ id, closedAt: IsNull() }, { closedAt: now, postBody: null });
    return affected === 1;
  }

  async closeReportsOf(postId: number, now: Date): Promise<void> {
    await this.reports.update({ postId, closedAt: IsNull() }, { closedAt: now, postBody: null });
  }

  async note(entry: Omit<AuditEntry, 'id'>): Promise<void> {
    await this.entries.insert(entry);
  }

  /** What was done, the newest first. */
  async log(cursor: Cursor, limit: number): Promise<CursorPage<AuditEntry>> {
    const { past, order, from } = seekOf(cursor);
    const rows = await this.entries
      .createQueryBuilder('entry')
      .where(`entry.id ${past} :from`, { from })
      .orderBy('entry.id', order)
      .limit(limit + 1)
      .getMany();
    return toCursorPage(rows, limit, cursor, ({ id }) => id);
  }

  private get reports() {
    return this.database.manager.getRepository(Report);
  }

  private get entries() {
    return this.database.manager.getRepository(AuditEntry);
  }
}

const toReportRow = ({ isSuspended, body, presentBody, createdAt, ...row }: RawReport): ReportRow => ({
  ...row,
  isSuspended: Boolean(isSuspended),
  body: body ?? '',
  postState: body === null ? null : stateOf(body, presentBody),
  createdAt: toDate(createdAt),
});

function stateOf(body: string, presentBody: string | null): PostState {
  if (presentBody === null) return 'deleted';
  return presentBody === body ? 'unchanged' : 'edited';
}
