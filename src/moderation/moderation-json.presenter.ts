import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { CursorPageJson } from '../api/page-json';
import type { AuditAction, AuditEntry } from './audit-entry.entity';
import { POST_STATES, type PostState, type ReportRow } from './moderation.repository';

/** What moderators decide, as the API calls it. */
export const DECISIONS = {
  close_report: 'closeReport',
  suspend: 'suspend',
  unsuspend: 'unsuspend',
  remove_post: 'removePost',
} as const satisfies Record<string, AuditAction>;

export type DecisionName = keyof typeof DECISIONS;
export const DECISION_NAMES = Object.keys(DECISIONS) as DecisionName[];

/** That somebody asks the moderators to look at somebody. */
export class ReportJson {
  @ApiProperty({ type: 'integer', minimum: 1, example: 1 })
  readonly id!: number;

  @ApiProperty({ description: 'Username of who told', example: 'susan' })
  readonly reporter!: string;

  @ApiProperty({ type: 'integer', minimum: 1, example: 2, description: 'Of whom it is about' })
  readonly reported_id!: number;

  @ApiProperty({ example: 'john' })
  readonly reported!: string;

  @ApiProperty({ description: 'Whom it is about is suspended already' })
  readonly suspended!: boolean;

  @ApiProperty({ type: 'integer', nullable: true, minimum: 1, example: 7, description: 'null also when the post is deleted' })
  readonly post_id!: number | null;

  @ApiProperty({ description: "What the post said when it was reported; '' where it is about none", example: 'Buy now!' })
  readonly body!: string;

  @ApiProperty({
    enum: POST_STATES,
    nullable: true,
    description: 'What became of the post since then; null where it is about none',
    example: 'unchanged',
  })
  readonly post_state!: PostState | null;

  @ApiProperty({ example: 'Advertising, again and again.' })
  readonly reason!: string;

  @ApiProperty({ format: 'date-time' })
  readonly timestamp!: string;
}

/** What was decided, by whom, and why. Names are those of then. */
export class DecisionJson {
  @ApiProperty({ type: 'integer', minimum: 1, example: 1 })
  readonly id!: number;

  @ApiProperty({ enum: DECISION_NAMES })
  readonly action!: DecisionName;

  @ApiProperty({ description: "Username; '' for an operator at the command line", example: 'mary' })
  readonly moderator!: string;

  @ApiProperty({ description: 'Username of whom it is about', example: 'john' })
  readonly person!: string;

  @ApiProperty({ type: 'integer', nullable: true, minimum: 1, example: 7 })
  readonly post_id!: number | null;

  @ApiProperty({ example: 'Advertising.' })
  readonly reason!: string;

  @ApiProperty({ format: 'date-time' })
  readonly timestamp!: string;
}

export class ReportPageJson extends CursorPageJson(ReportJson) {}
export class DecisionPageJson extends CursorPageJson(DecisionJson) {}

/** Reports and decisions in the names of the API. */
@Injectable()
export class ModerationJsonPresenter {
  report({ reportedId, isSuspended, postId, postState, createdAt, ...report }: ReportRow): ReportJson {
    return {
      ...report,
      reported_id: reportedId,
      suspended: isSuspended,
      post_id: postId,
      post_state: postState,
      timestamp: createdAt.toISOString(),
    };
  }

  decision({ id, action, actor, subject, postId, reason, createdAt }: AuditEntry): DecisionJson {
    const name = DECISION_NAMES.find((one) => DECISIONS[one] === action);
    if (!name) throw new Error(`No name for ${action}`);
    return { id, action: name, moderator: actor, person: subject, post_id: postId, reason, timestamp: createdAt.toISOString() };
  }
}
