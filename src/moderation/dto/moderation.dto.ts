import { ChoiceField, HiddenField, IdField, TextAreaField } from '../../common/fields';
import { DECISION_NAMES, type DecisionName } from '../moderation-json.presenter';

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

/** The same for the API, which says with it what is to be done. */
export class DecideDto extends ReasonDto {
  @ChoiceField({ label: '', choices: DECISION_NAMES.map((value) => ({ value, text: value })), example: 'suspend' })
  action!: DecisionName;

  @IdField({ label: '', required: true, description: 'Id of the report, of the person or of the post, by the action' })
  subject!: number;
}
