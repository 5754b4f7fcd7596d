import { HiddenField, IdField, TextAreaField } from '../../common/fields';

/** Code points; also the widths of the columns. */
const REASON_MAX = 500;

export class ReportDto {
  @TextAreaField({ label: 'moderation.fields.reason', max: REASON_MAX })
  reason!: string;

  @HiddenField()
  post_id?: string;
}

/** What the API takes. */
export class SendReportDto {
  @TextAreaField({ label: 'moderation.fields.reason', max: REASON_MAX })
  reason!: string;

  @IdField({ label: 'moderation.fields.post' })
  post_id?: number;
}

/** Why somebody who looks after the place does something. */
export class ReasonDto {
  @TextAreaField({ label: 'moderation.fields.why', max: REASON_MAX })
  reason!: string;
}
